package io.rdsrestore.activities.rds;

import static io.rdsrestore.activities.SandboxRestore.ID;
import static io.rdsrestore.activities.SandboxRestore.PRIMARY;
import static io.rdsrestore.activities.SandboxRestore.UNKNOWN_OUTCOME_WAIT;
import static io.rdsrestore.activities.SandboxRestore.cloneNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.FaultRule.When;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RemoveClones;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClonePurchaseTest {
  private static final String ACTION = "CloneDBInstance";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @Test
  void I1_buysOneCloneHoweverOftenItIsAsked() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      CloneHandle first = harness.finish(() -> harness.rds.ensureClone(cloneNumber(1)));
      CloneHandle second = harness.finish(() -> harness.rds.ensureClone(cloneNumber(1)));
      assertThat(second).isEqualTo(first);
      assertThat(sandbox.calls().count(ACTION)).isEqualTo(1);
    }
  }

  @Test
  void I1_findsTheCloneWhoseAnswerWasLost() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      sandbox.faults().add(FaultRule.lostAnswer(ACTION));
      harness.newActivity();
      ApplicationFailure lost = harness.failureOf(() -> harness.rds.ensureClone(cloneNumber(1)));
      assertThat(lost.getType()).isEqualTo("OUTCOME_UNKNOWN");
      assertThat(lost.isNonRetryable()).isFalse();
      harness.nextAttempt();
      CloneHandle found = harness.retry(() -> harness.rds.ensureClone(cloneNumber(1)));
      assertThat(sandbox.ledger())
          .singleElement()
          .satisfies(entry -> assertThat(entry.id()).isEqualTo(found.instanceId()));
    }
  }

  @Test
  void I1_sendsAgainOnlyAfterTheLookUpStayedEmptyForTheWait() {
    Clock clock = clock();
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox, clock)) {
      sandbox.faults().add(new FaultRule(ACTION, When.before, Effect.html502, null, null, 1, null));
      harness.newActivity();
      assertThat(harness.failureOf(() -> harness.rds.ensureClone(cloneNumber(1))).getType())
          .isEqualTo("OUTCOME_UNKNOWN");
      for (int look = 0; look < 3; look++) {
        now.updateAndGet(instant -> instant.plus(UNKNOWN_OUTCOME_WAIT.dividedBy(4)));
        harness.nextAttempt();
        assertThat(harness.failureOf(() -> harness.rds.ensureClone(cloneNumber(1))).getType())
            .isEqualTo("OUTCOME_UNKNOWN");
      }
      assertThat(sandbox.calls().count(ACTION)).isEqualTo(1);
      now.updateAndGet(instant -> instant.plus(UNKNOWN_OUTCOME_WAIT));
      harness.nextAttempt();
      harness.rds.ensureClone(cloneNumber(1));
      assertThat(sandbox.calls().count(ACTION)).isEqualTo(2);
      assertThat(sandbox.ledger()).hasSize(1);
    }
  }

  @Test
  void leavesMoneyToPeople() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      sandbox.faults().add(FaultRule.error(ACTION, "InsufficientBalance", 400, 1));
      harness.newActivity();
      ApplicationFailure refused = harness.failureOf(() -> harness.rds.ensureClone(cloneNumber(1)));
      assertThat(refused.getType()).isEqualTo("NEEDS_PERSON");
      assertThat(refused.isNonRetryable()).isTrue();
      assertThat(refused.getOriginalMessage())
          .contains(ACTION, "InsufficientBalance", "balance")
          .doesNotContain("http");
    }
  }

  @Test
  void I3_removesWhatCarriesTheMarkAndNeverThePrimary() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      CloneHandle first = harness.finish(() -> harness.rds.ensureClone(cloneNumber(1)));
      CloneHandle second = harness.finish(() -> harness.rds.ensureClone(cloneNumber(2)));
      assertThat(second).isNotEqualTo(first);
      assertThat(harness.markedClones(PRIMARY))
          .extracting("id", "restoreId")
          .containsExactlyInAnyOrder(tuple(first.instanceId(), ID), tuple(second.instanceId(), ID));
      var byMark =
          harness.finish(
              () -> harness.rds.removeClones(new RemoveClones(ID, PRIMARY, null, Duration.ZERO)));
      assertThat(byMark.removed())
          .containsExactlyInAnyOrder(first.instanceId(), second.instanceId());
      var again =
          harness.finish(
              () ->
                  harness.rds.removeClones(
                      new RemoveClones(ID, PRIMARY, first.instanceId(), Duration.ZERO)));
      assertThat(again.left()).isEmpty();
      var primary =
          harness.finish(
              () ->
                  harness.rds.removeClones(
                      new RemoveClones(ID, PRIMARY, PRIMARY.instanceId(), Duration.ZERO)));
      assertThat(primary.removed()).isEmpty();
      assertThat(primary.left()).hasSize(1);
      assertThat(sandbox.calls().count("DeleteDBInstance")).isEqualTo(2);
    }
  }

  @Test
  void I9_takesAMissingInstanceForFreshAtFirst() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      CloneHandle clone = harness.finish(() -> harness.rds.ensureClone(cloneNumber(1)));
      InstanceReference reference = new InstanceReference(PRIMARY.regionId(), clone.instanceId());
      sandbox
          .faults()
          .add(
              FaultRule.error(
                  "DescribeDBInstanceAttribute", "InvalidDBInstanceId.NotFound", 404, 2));
      InstanceFacts facts = harness.finish(() -> harness.rds.awaitClone(reference));
      assertThat(facts.status()).isEqualTo("Running");
      assertThat(facts.deletionProtection()).isFalse();
    }
  }

  private Clock clock() {
    return ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  }
}
