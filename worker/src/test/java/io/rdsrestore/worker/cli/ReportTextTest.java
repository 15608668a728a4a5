package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.Power;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void whatWasNotComparedIsSaidOnce() {
    TableComparison view =
        new TableComparison(
            "shop.v",
            "shop.v",
            ComparisonVerdict.NOT_COMPARED,
            0,
            0,
            null,
            null,
            null,
            ComparedKind.VIEW,
            Power.none("it is not there"),
            List.of());

    assertThat(new ReportText(new Times(ZoneOffset.UTC)).lines(report(SqlPurpose.PUT_BACK, view)))
        .map(Seam::closed)
        .contains("    shop.v: not compared, view");
  }

  private static RestoreReport report(SqlPurpose purpose, TableComparison... compared) {
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
        new VerificationSummary(VerificationSummary.EQUAL, "rows", List.of(compared), null),
        null,
        List.of("SELECT 1;"),
        purpose,
        null,
        null,
        null,
        null);
  }
}
