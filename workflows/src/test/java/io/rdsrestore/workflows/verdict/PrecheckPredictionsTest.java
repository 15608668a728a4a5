package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.plan.PrecheckPrediction;
import io.rdsrestore.workflows.plan.PrecheckPredictions;
import io.rdsrestore.workflows.verdict.remedies.Catalogue;
import io.rdsrestore.workflows.verdict.remedies.CatalogueItem;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrecheckPredictionsTest {
  @Test
  void saysOfEveryKnownItemWhatPredictsIt() {
    Set<String> known =
        Catalogue.precheck().stream()
            .map(CatalogueItem::item)
            .filter(item -> !item.equals(Catalogue.ANY_OTHER_ITEM))
            .collect(Collectors.toSet());

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
