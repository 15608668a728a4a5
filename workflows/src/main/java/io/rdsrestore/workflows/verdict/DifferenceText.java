package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.verify.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** In what a copy differs, in a sentence: never keys or values of rows. */
public final class DifferenceText {
  private static final int NAMED = 3;

  private DifferenceText() {}

  /** Of one table or another object. */
  public static String of(TableComparison compared) {
    String rows =
        compared.ofTable()
            ? "%d rows in the clone, %d on the primary"
                .formatted(compared.sourceRows(), compared.targetRows())
            : compared.kind().word();
    return rows
        + (compared.note() == null ? "" : ": " + compared.note())
        + structure(compared.differences() == null ? List.of() : compared.differences());
  }

  private static String structure(List<Difference> differences) {
    List<Difference> named =
        differences.stream().filter(difference -> !difference.what().equals("rows")).toList();
    return named.isEmpty()
        ? ""
        : named.stream()
            .limit(NAMED)
            .map(Difference::text)
            .collect(Collectors.joining("; ", " (", named.size() > NAMED ? "; ...)" : ")"));
  }
}
