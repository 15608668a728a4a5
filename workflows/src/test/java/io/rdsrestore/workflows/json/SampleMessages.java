package io.rdsrestore.workflows.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A filled one of any message record, and the records that are met on the way. */
final class SampleMessages {
  private static final int DEEPEST = 12;

  private final Set<Class<?>> met = new LinkedHashSet<>();

  /** The records met so far. */
  Set<Class<?>> met() {
    return met;
  }

  /** A value of a type with nothing left out. */
  Object of(Type type) throws ReflectiveOperationException {
    return of(type, 0);
  }

  private Object of(Type type, int depth) throws ReflectiveOperationException {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("a message may not hold itself: " + type);
    }
    if (type instanceof ParameterizedType generic) {
      return container(generic, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain, null, depth);
    }
    return scalar(plain);
  }

  private Object container(ParameterizedType type, int depth) throws ReflectiveOperationException {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw.isRecord()) {
      return record(raw, type, depth);
    }
    Object element = of(type.getActualTypeArguments()[0], depth + 1);
    if (raw == List.class) {
      return List.of(element);
    }
    if (raw == Set.class) {
      return Set.of(element);
    }
    if (raw == SortedSet.class) {
      return new TreeSet<>(Set.of(element));
    }
    Object value = of(type.getActualTypeArguments()[1], depth + 1);
    if (raw == Map.class) {
      return Map.of(element, value);
    }
    if (raw == SortedMap.class) {
      return new TreeMap<>(Map.of(element, value));
    }
    throw new IllegalArgumentException("no sample of " + type);
  }

  private Object record(Class<?> type, ParameterizedType generic, int depth)
      throws ReflectiveOperationException {
    if (generic == null) {
      met.add(type);
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = of(bound(components[i].getGenericType(), type, generic), depth + 1);
    }
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  /** A component of type {@code List<T>} or {@code T}, with the {@code T} that is meant. */
  private static Type bound(Type component, Class<?> type, ParameterizedType generic) {
    if (generic == null) {
      return component;
    }
    Type wanted = generic.getActualTypeArguments()[0];
    String variable = type.getTypeParameters()[0].getName();
    if (component.getTypeName().equals(variable)) {
      return wanted;
    }
    if (component instanceof ParameterizedType list
        && list.getActualTypeArguments()[0].getTypeName().equals(variable)) {
      return new ListOf(wanted);
    }
    return component;
  }

  private static Object scalar(Class<?> type) {
    if (type == String.class || type == Object.class) {
      return "text";
    }
    if (type == int.class || type == Integer.class) {
      return 3;
    }
    if (type == long.class || type == Long.class) {
      return 4_000L;
    }
    if (type == double.class || type == Double.class) {
      return 0.5;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Instant.class) {
      return Instant.parse("2026-11-23T02:00:00Z");
    }
    if (type == Duration.class) {
      return Duration.ofMinutes(5);
    }
    if (type == BigDecimal.class) {
      return new BigDecimal("1.37");
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    throw new IllegalArgumentException("no sample of " + type);
  }

  private record ListOf(Type element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public Type getOwnerType() {
      return null;
    }
  }
}
