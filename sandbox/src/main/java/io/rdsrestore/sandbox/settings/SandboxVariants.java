package io.rdsrestore.sandbox.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One answer for each thing that the public documents leave open. A sandbox works with a copy of
 * its own, which can be changed while it runs. Safe for threads.
 */
public final class SandboxVariants {
  private final Map<Variant, String> chosen = new ConcurrentHashMap<>();

  private SandboxVariants() {}

  /** The answers that seem most likely. */
  public static SandboxVariants defaults() {
    return new SandboxVariants();
  }

  public SandboxVariants copy() {
    SandboxVariants copy = new SandboxVariants();
    copy.chosen.putAll(chosen);
    return copy;
  }

  /**
   * A copy with another answer.
   *
   * @throws IllegalArgumentException if the value is not one of that variant
   */
  public SandboxVariants with(Variant variant, String value) {
    SandboxVariants copy = copy();
    copy.set(variant, value);
    return copy;
  }

  public SandboxVariants with(Variant variant, boolean value) {
    return with(variant, Boolean.toString(value));
  }

  /** As {@link #with}, but for this one. */
  public void set(Variant variant, String value) {
    chosen.put(variant, variant.check(value));
  }

  /**
   * Sets several at once, or none.
   *
   * @param values by name; flags, numbers and texts
   * @throws IllegalArgumentException naming the first that cannot be set
   */
  public void set(Map<String, ?> values) {
    Map<Variant, String> checked = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Variant variant = Variant.named(name);
          checked.put(variant, variant.check(value == null ? null : value.toString()));
        });
    chosen.putAll(checked);
  }

  /** Everything as it usually is. */
  public void reset() {
    chosen.clear();
  }

  public String text(Variant variant) {
    return chosen.getOrDefault(variant, variant.usual());
  }

  public boolean is(Variant variant) {
    return Boolean.parseBoolean(text(variant));
  }

  public Duration duration(Variant variant) {
    return Duration.parse(text(variant));
  }

  public ErrorChoice error(Variant variant) {
    String[] parts = text(variant).split(":", 2);
    return new ErrorChoice(parts[0], Integer.parseInt(parts[1]));
  }

  /** All answers by name: flags as booleans, anything else as text. */
  public Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Variant variant : Variant.values()) {
      all.put(variant.name(), variant.isFlag() ? (Object) is(variant) : text(variant));
    }
    return all;
  }
}
