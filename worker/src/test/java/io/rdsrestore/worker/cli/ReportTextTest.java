package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTextTest {
  @ParameterizedTest
  @CsvSource({
    "PUT_BACK, puts the rows back, true",
    "UNDO_SWAP, undoes the swap, false",
    "UNDO_MERGE, undoes the merge, true",
    ", puts the rows back, true"
  })
  void sqlIsCalledWhatItDoesAndTheDiffIsOfferedWhileThereAreTwoTables(
      SqlPurpose purpose, String does, boolean diff) {
    List<String> lines = new ReportText(new Times(ZoneOffset.UTC)).lines(report(purpose));
    assertThat(lines).anyMatch(line -> line.startsWith("  SQL that " + does));
    assertThat(lines.stream().anyMatch(line -> line.contains("./rds-restore diff")))
        .isEqualTo(diff);
  }

  private static RestoreReport report(SqlPurpose purpose) {
    return new RestoreReport(
        "abcdefghij",
        "rm-0",
        RestorePhase.COMPLETED,
        Outcome.PARTLY,
        "done",
        null,
        null,
        null,
        null,
        null,
        List.of(new ObjectTarget("shop", "shop_restored", null)),
        null,
        null,
        List.of("SELECT 1;"),
        purpose,
        null,
        null,
        null,
        null);
  }
}
