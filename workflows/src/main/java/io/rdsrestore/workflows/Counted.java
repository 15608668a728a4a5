package io.rdsrestore.workflows;

/** Numbers of things, in words. */
public final class Counted {
  private Counted() {}

  /**
   * For example {@code 1 row} or {@code 2 rows}.
   *
   * @param noun of one, with a plural in s
   */
  public static String of(long number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
