package io.rdsrestore.activities.rds;

import static io.rdsrestore.activities.SandboxRestore.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.EnsureBackup;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backup of the primary that is younger than a decision, and no more of them than needed. */
class SafetyBackupTest {
  private static final String ACTION = "CreateBackup";

  /** Longer than the test's looks are apart. */
  private static final Duration TAKES = Duration.ofSeconds(2);

  private Sandbox sandbox;
  private ActivityHarness harness;

  @BeforeEach
  void start() {
    SandboxTimings instant = SandboxTimings.instant();
    sandbox =
        SandboxRestore.sandbox()
            .timings(
                new SandboxTimings(
                    TAKES,
                    instant.precheck(),
                    instant.copy(),
                    instant.accountCreation(),
                    instant.grant(),
                    instant.recoveryLag()))
            .build()
            .start();
    harness = new ActivityHarness(sandbox);
  }

  @AfterEach
  void stop() {
    harness.close();
    sandbox.close();
  }

  private static EnsureBackup since(Instant since) {
    return new EnsureBackup(PRIMARY, since, Duration.ofMinutes(10));
  }

  @Test
  void aBackupIsMadeAndWaitedFor() {
    Instant decided = Instant.now();
    harness.newActivity();
    ApplicationFailure begun = harness.failureOf(() -> harness.rds.ensureBackup(since(decided)));
    assertThat(begun.getType()).isEqualTo("NOT_YET");
    harness.nextAttempt();
    assertThat(
            harness.failureOf(() -> harness.rds.ensureBackup(since(decided))).getOriginalMessage())
        .isEqualTo("A backup of %s is being made: Backuping 50%%".formatted(PRIMARY.instanceId()));
    harness.nextAttempt();

    BackupFacts made = harness.retry(() -> harness.rds.ensureBackup(since(decided)));

    assertThat(made.usable()).isTrue();
    assertThat(made.instant()).isAfterOrEqualTo(decided.plus(TAKES).minusSeconds(1));
    assertThat(sandbox.calls().count(ACTION)).isEqualTo(1);
    assertThat(harness.finish(() -> harness.rds.ensureBackup(since(decided)))).isEqualTo(made);
    assertThat(sandbox.calls().count(ACTION)).as("one that is there does").isEqualTo(1);
    assertThat(harness.finish(() -> harness.rds.ensureBackup(since(made.instant().plusSeconds(1)))))
        .as("an older one does not")
        .isNotEqualTo(made);
    assertThat(sandbox.calls().count(ACTION)).isEqualTo(2);
  }

  @Test
  void I1_oneWhoseAnswerIsLostIsNotMadeTwice() {
    Instant decided = Instant.now();
    sandbox.faults().add(FaultRule.lostAnswer(ACTION));
    assertThat(harness.finish(() -> harness.rds.ensureBackup(since(decided))).usable()).isTrue();
    assertThat(sandbox.calls().count(ACTION)).isEqualTo(1);
  }

  @Test
  void oneThatSomebodyElseHasBegunIsWaitedFor() {
    Instant decided = Instant.now();
    harness.newActivity();
    harness.failureOf(() -> harness.rds.ensureBackup(since(decided)));
    // Another activity, without the notes of the first.
    assertThat(harness.finish(() -> harness.rds.ensureBackup(since(decided))).usable()).isTrue();
    assertThat(sandbox.calls().count(ACTION)).isEqualTo(1);
  }

  @Test
  void oneThatHasFailedIsForAPersonAndTheNextTryMakesAnother() {
    Instant decided = Instant.now().minusSeconds(60);
    try (Sandbox own =
            Sandbox.builder()
                .samplePrimary(false)
                .primary(
                    PrimarySpec.mysql(PRIMARY.instanceId())
                        .backup(new BackupSpec("1", decided.plusSeconds(10), 1, "Failed", false))
                        .build())
                .build()
                .start();
        ActivityHarness there = new ActivityHarness(own)) {
      there.newActivity();
      ApplicationFailure failed = there.failureOf(() -> there.rds.ensureBackup(since(decided)));
      assertThat(failed.getType()).isEqualTo("NEEDS_PERSON");
      assertThat(failed.getOriginalMessage()).isEqualTo("The backup 1 of the primary has failed.");
      assertThat(there.finish(() -> there.rds.ensureBackup(since(Instant.now()))).usable())
          .isTrue();
      assertThat(own.calls().count(ACTION)).isEqualTo(1);
    }
  }

  @Test
  void aRefusalIsForAPerson() {
    sandbox.faults().add(FaultRule.error(ACTION, "Forbidden.RAM", 403, 1));
    harness.newActivity();
    ApplicationFailure refused =
        harness.failureOf(() -> harness.rds.ensureBackup(since(Instant.now())));
    assertThat(refused.isNonRetryable()).isTrue();
    assertThat(refused.getOriginalMessage()).contains(ACTION, "Forbidden.RAM");
  }
}
