package io.rdsrestore.workflows.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.GateKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunbookGatesTest {
  @Test
  void theRunbookIsWhatTheGatesSay() {
    GeneratedDocs.assertPart("runbook.md", RunbookGates.write(), RunbookGatesTest.class);
  }

  @Test
  void everyGateHasItsPageAndAWayOut() {
    assertThat(RunbookGates.pages())
        .extracting(GatePage::kind)
        .doesNotHaveDuplicates()
        .containsAll(Arrays.stream(GateKind.values()).map(GateKind::word).toList());
    assertThat(RunbookGates.pages())
        .allSatisfy(
            page ->
                assertThat(page.choices())
                    .extracting(GatePage.ChoicePage::action)
                    .contains(Action.ABORT)
                    .hasSizeGreaterThan(1));
  }
}
