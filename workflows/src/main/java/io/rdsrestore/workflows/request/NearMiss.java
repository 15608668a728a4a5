package io.rdsrestore.workflows.request;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name that was probably meant. */
public final class NearMiss {
  private static final int MAX_DISTANCE = 2;

  private NearMiss() {}

  /** For a name that is refused in any case: the nearest one. */
  private static Optional<String> of(String name, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= MAX_DISTANCE);
  }

  /** A question for the end of a refusal, after what separates them; empty if nothing is near. */
  public static String question(String separator, String name, List<String> known) {
    return of(name, known).map(near -> separator + "did you mean \"" + near + "\"?").orElse("");
  }

  /**
   * For a name that would be let pass otherwise: empty if it is as well another word. Of a short
   * name less may differ.
   */
  public static Optional<String> surely(String name, List<String> known) {
    return of(name, known).filter(near -> distance(name, near) <= near.length() / 3);
  }

  /** Levenshtein distance, upper and lower case being the same. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) > MAX_DISTANCE) {
      return MAX_DISTANCE + 1;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
