package io.rdsrestore.activities.rds;

import static io.rdsrestore.activities.SandboxRestore.cloneNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented way to say "too many calls", over the wire. */
class ThrottleTest {
  static List<RandomFaults.Throttle> throttles() {
    return RandomFaults.THROTTLES;
  }

  @ParameterizedTest
  @MethodSource("throttles")
  void I1_aThrottledPurchaseIsRefusedAndMadeOnceLater(RandomFaults.Throttle throttle) {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      sandbox.faults().add(FaultRule.error("CloneDBInstance", throttle.code(), throttle.http(), 1));
      harness.newActivity();
      ApplicationFailure refused = harness.failureOf(() -> harness.rds.ensureClone(cloneNumber(1)));
      assertThat(refused.getType()).isEqualTo("THROTTLED");
      assertThat(refused.isNonRetryable()).isFalse();
      assertThat(sandbox.ledger()).isEmpty();
      harness.newActivity();
      harness.rds.ensureClone(cloneNumber(1));
      assertThat(sandbox.ledger()).hasSize(1);
    }
  }
}
