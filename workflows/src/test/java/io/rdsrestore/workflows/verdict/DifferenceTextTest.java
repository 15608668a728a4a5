package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody reads at gate difference. */
class DifferenceTextTest {

  @Test
  void rowsThatDifferMayBeTheApplications() {
    TableComparison rows = compared(5, 6, null, List.of());
    assertThat(DifferenceText.of(rows)).isEqualTo("5 rows in the clone, 6 on the primary");
    assertThat(DifferenceText.remedy(rows)).contains("the application has written");
  }

  @Test
  void aTableThatSomebodyAlteredIsSaidToBe() {
    TableComparison altered =
        compared(
            0,
            0,
            "Rows were not compared",
            List.of(Difference.of("columns differ: only on the primary zz")));
    assertThat(DifferenceText.of(altered))
        .isEqualTo("table: Rows were not compared (columns differ: only on the primary zz)");
    assertThat(DifferenceText.remedy(altered)).startsWith("look who has changed it");
  }

  @Test
  void whatDtsWroteWithAnotherClientWasChangedByNobody() {
    assertThat(
            DifferenceText.remedy(
                compared(
                    0,
                    0,
                    null,
                    List.of(new Difference("character_set_client", "latin1", "utf8mb4")))))
        .contains("after SET character_set_client = latin1; DROP TABLE shop.orders;");
  }

  private static TableComparison compared(
      long source, long target, String note, List<Difference> differences) {
    return new TableComparison(
        "shop.orders",
        "shop.orders",
        ComparisonVerdict.DIFFERENT,
        source,
        target,
        null,
        null,
        note,
        ComparedKind.TABLE,
        null,
        differences);
  }
}
