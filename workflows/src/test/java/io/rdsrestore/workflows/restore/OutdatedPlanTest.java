package io.rdsrestore.workflows.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.json.RestoreJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutdatedPlanTest {
  private static final OutdatedPlan PLAN =
      new OutdatedPlan("5566be35bc39", "one hour of the clone costs 1.37 CNY");

  @Test
  void itSaysWhatHasChangedSinceItWasApproved() {
    assertThat(PLAN.sentence())
        .isEqualTo(
            "plan 5566be35bc39 was approved, and then this changed: one hour of the clone costs 1.37 CNY");
  }

  @Test
  void theNextRunKnowsIt() {
    Restore restore = new Restore("abcdefgh23", "restore/rm-1", Instant.EPOCH);
    restore.outdated = PLAN;
    String json = RestoreJson.write(new CarriedOver(restore, new GateKeeper(), List.of()));

    assertThat(CarriedOver.read(json).restore().outdated).isEqualTo(PLAN);
  }
}
