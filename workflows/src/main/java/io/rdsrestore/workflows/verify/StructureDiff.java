package io.rdsrestore.workflows.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * In what two objects differ beside their rows. AUTO_INCREMENT of the target may be further on; the
 * name of a foreign key and the database that a definition stands in do not count.
 */
public final class StructureDiff {
  private static final long FIRST_NUMBER = 1;

  private final NameMap names;
  private final List<Difference> found = new ArrayList<>();

  private StructureDiff(NameMap names) {
    this.names = names;
  }

  /** The differences of two tables; empty if there are none. */
  public static List<Difference> tables(
      TableStructure source, TableStructure target, NameMap names) {
    StructureDiff diff = new StructureDiff(names);
    diff.value("engine", source.engine(), target.engine());
    diff.value("collation of the table", source.collation(), target.collation());
    diff.value("options", source.options(), target.options());
    diff.value("comment", source.comment(), target.comment());
    diff.autoIncrement(source.autoIncrement(), target.autoIncrement());
    diff.columns(source.columns(), target.columns());
    diff.byName(
        "index ", source.indexes(), target.indexes(), IndexStructure::name, IndexStructure::text);
    diff.foreignKeys(source.foreignKeys(), target.foreignKeys());
    diff.byName(
        "check ",
        List.copyOf(source.checks().entrySet()),
        List.copyOf(target.checks().entrySet()),
        Map.Entry::getKey,
        Map.Entry::getValue);
    diff.value("partitions", lines(source.partitions()), lines(target.partitions()));
    return List.copyOf(diff.found);
  }

  /** The differences of two views, triggers, routines or events. */
  public static List<Difference> objects(DefinedObject source, DefinedObject target, NameMap map) {
    StructureDiff diff = new StructureDiff(map);
    if (source.table() != null) {
      QualifiedName table = new QualifiedName(source.name().database(), source.table());
      boolean same =
          map.targets(table).contains(new QualifiedName(target.name().database(), target.table()));
      if (!same) {
        diff.value("table", source.table(), target.table());
      }
    }
    String was = diff.withoutDatabase(source);
    String is = diff.withoutDatabase(target);
    if (!Objects.equals(was, is)) {
      int at = firstDifference(was, is);
      diff.found.add(new Difference("definition", tail(was, at), tail(is, at)));
    }
    Set<String> attributes = new LinkedHashSet<>(source.attributes().keySet());
    attributes.addAll(target.attributes().keySet());
    attributes.remove(WritingSession.RESULT);
    if (WritingSession.ofSameView(source, target).isPresent()) {
      attributes.removeIf(WritingSession::isOne);
    }
    for (String attribute : attributes) {
      diff.value(attribute, source.attributes().get(attribute), target.attributes().get(attribute));
    }
    return List.copyOf(diff.found);
  }

  private void value(String what, String source, String target) {
    if (!Objects.equals(source, target)) {
      found.add(new Difference(what, source, target));
    }
  }

  /**
   * Whether a column counts is told by the column. MySQL 8.0 may tell no number of a table that is
   * empty, which is then the first.
   */
  private void autoIncrement(Long source, Long target) {
    if (source != null && (target == null ? FIRST_NUMBER : target) < source) {
      found.add(
          new Difference(
              "AUTO_INCREMENT",
              source == null ? null : source.toString(),
              target == null ? null : target.toString()));
    }
  }

  private void columns(List<ColumnStructure> source, List<ColumnStructure> target) {
    Map<String, ColumnStructure> left = new LinkedHashMap<>();
    target.forEach(column -> left.put(column.name(), column));
    List<String> order = new ArrayList<>();
    for (ColumnStructure column : source) {
      ColumnStructure other = left.remove(column.name());
      if (other == null) {
        found.add(new Difference("column " + column.name(), column.type(), null));
      } else {
        order.add(column.name());
        column(column, other);
      }
    }
    left.values()
        .forEach(more -> found.add(new Difference("column " + more.name(), null, more.type())));
    List<String> targetOrder =
        target.stream().map(ColumnStructure::name).filter(order::contains).toList();
    if (!order.equals(targetOrder)) {
      value("order of columns", String.join(", ", order), String.join(", ", targetOrder));
    }
  }

  private void column(ColumnStructure source, ColumnStructure target) {
    String column = "column " + source.name() + ": ";
    value(column + "type", source.type(), target.type());
    value(column + "charset", source.charset(), target.charset());
    value(column + "collation", source.collation(), target.collation());
    value(column + "NULL", nullable(source), nullable(target));
    value(column + "default", source.defaultValue(), target.defaultValue());
    value(column + "extra", source.extra(), target.extra());
    value(column + "generated as", source.generated(), target.generated());
    value(column + "comment", source.comment(), target.comment());
  }

  private static String nullable(ColumnStructure column) {
    return column.nullable() ? "NULL" : "NOT NULL";
  }

  private <T> void byName(
      String what,
      List<T> source,
      List<T> target,
      Function<T, String> name,
      Function<T, String> text) {
    Map<String, T> left = new LinkedHashMap<>();
    target.forEach(each -> left.put(name.apply(each), each));
    for (T each : source) {
      T other = left.remove(name.apply(each));
      value(what + name.apply(each), text.apply(each), other == null ? null : text.apply(other));
    }
    left.values()
        .forEach(
            more -> found.add(new Difference(what + name.apply(more), null, text.apply(more))));
  }

  private void foreignKeys(List<ForeignKeyStructure> source, List<ForeignKeyStructure> target) {
    List<ForeignKeyStructure> left = new ArrayList<>(target);
    for (ForeignKeyStructure key : source) {
      Set<String> accepted =
          names.targets(key.parent()).stream().map(key::text).collect(Collectors.toSet());
      boolean same =
          left.stream()
              .filter(other -> accepted.contains(other.text(other.parent())))
              .findFirst()
              .map(left::remove)
              .orElse(false);
      if (!same) {
        found.add(new Difference("foreign key " + key.name(), key.text(key.parent()), null));
      }
    }
    left.forEach(
        more ->
            found.add(
                new Difference("foreign key " + more.name(), null, more.text(more.parent()))));
  }

  private static String lines(List<String> partitions) {
    return partitions.isEmpty() ? null : String.join("; ", partitions);
  }

  /** A definition with names of its own database as it would stand in any other. */
  private String withoutDatabase(DefinedObject object) {
    return object.body() == null
        ? null
        : object.body().replace("`" + object.name().database() + "`.", "").strip();
  }

  private static int firstDifference(String one, String other) {
    if (one == null || other == null) {
      return 0;
    }
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return Math.max(0, at - 20);
  }

  private static String tail(String text, int at) {
    return text == null
        ? null
        : (at == 0 ? "" : "...") + text.substring(Math.min(at, text.length()));
  }
}
