package io.rdsrestore.workflows;

import java.util.List;

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

  /** The first names, and how many more there are: {@code a, b and 3 more}. */
  public static String first(int most, List<String> names) {
    return names.size() <= most
        ? String.join(", ", names)
        : "%s and %d more"
            .formatted(String.join(", ", names.subList(0, most)), names.size() - most);
  }
}
