package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.verify.Difference;
import io.rdsrestore.workflows.verify.WritingSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** In what a copy differs, in a sentence: never keys or values of rows. */
public final class DifferenceText {
  private static final int NAMED = 3;

  private DifferenceText() {}

  /** Of one table or another object. */
  public static String of(TableComparison compared) {
    boolean counted = compared.sourceRows() + compared.targetRows() > 0;
    String rows =
        compared.ofTable() && (counted || structureOf(compared).isEmpty())
            ? "%d rows in the clone, %d on the primary"
                .formatted(compared.sourceRows(), compared.targetRows())
            : compared.kind().word();
    return rows
        + (compared.note() == null ? "" : ": " + compared.note())
        + structure(structureOf(compared));
  }

  /** What a person can look for. */
  public static String remedy(TableComparison compared) {
    List<Difference> structure = structureOf(compared);
    if (WritingSession.isAll(structure)) {
      return madeAgain(compared, structure);
    }
    return structure.isEmpty()
        ? "look whether the application has written into it since the copy ended"
        : "look who has changed it, here or in the clone, since the copy began: put it back as it was and retry, or copy again under other names";
  }

  /** Nobody has changed it, and the next copy would come out the same. */
  private static String madeAgain(TableComparison compared, List<Difference> structure) {
    return "DTS made it with a client of another character set, which a copy cannot help: approve if texts in it compare the same, or make it again and retry: SHOW CREATE %s %s; tells its statement, which you run after %s DROP %s %s;"
        .formatted(
            compared.kind().word().toUpperCase(Locale.ROOT),
            compared.target(),
            structure.stream()
                .filter(difference -> difference.source() != null)
                .map(difference -> "%s = %s".formatted(difference.what(), difference.source()))
                .collect(Collectors.joining(", ", "SET ", ";")),
            compared.kind().word().toUpperCase(Locale.ROOT),
            compared.target());
  }

  private static List<Difference> structureOf(TableComparison compared) {
    return compared.differences() == null
        ? List.of()
        : compared.differences().stream()
            .filter(difference -> !difference.what().equals("rows"))
            .toList();
  }

  private static String structure(List<Difference> named) {
    return named.isEmpty()
        ? ""
        : named.stream()
            .limit(NAMED)
            .map(Difference::text)
            .collect(Collectors.joining("; ", " (", named.size() > NAMED ? "; ...)" : ")"));
  }
}
