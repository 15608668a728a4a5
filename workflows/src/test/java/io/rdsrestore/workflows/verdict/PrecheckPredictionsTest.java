package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.plan.PrecheckPrediction;
import io.rdsrestore.workflows.plan.PrecheckPredictions;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PrecheckPredictionsTest {
  /** Their names are not documented. */
  private static final Set<String> ASSUMED = Set.of("CHECK_SCHEMA_EXIST", "CHECK_FOREIGN_KEY");

  @Test
  void saysOfEveryKnownItemWhatPredictsIt() {
    Set<String> known = new TreeSet<>(PrecheckRemedies.items());
    known.addAll(ASSUMED);

    assertThat(PrecheckPredictions.all())
        .extracting(PrecheckPrediction::item)
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void saysWhyWhereNothingPredictsIt() {
    assertThat(PrecheckPredictions.all())
        .filteredOn(prediction -> prediction.checks().isEmpty())
        .isNotEmpty()
        .allMatch(prediction -> prediction.why() != null);
  }
}
