package io.rdsrestore.workflows.verify;

/**
 * One thing in which two objects differ.
 *
 * @param what it is, for example {@code column price: type}
 * @param source as it is in the source, at most {@value #LONGEST} characters; null if it is not
 *     there
 * @param target likewise
 */
public record Difference(String what, String source, String target) {
  /** Longer texts are cut: a history keeps what it is told. */
  public static final int LONGEST = 200;

  public Difference {
    source = cut(source);
    target = cut(target);
  }

  /** Something that a sentence says. */
  public static Difference of(String what) {
    return new Difference(what, null, null);
  }

  /** In a line. */
  public String text() {
    return source == null && target == null
        ? what
        : "%s: %s in the source, %s in the target".formatted(what, shown(source), shown(target));
  }

  private static String shown(String value) {
    return value == null ? "nothing" : value;
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
