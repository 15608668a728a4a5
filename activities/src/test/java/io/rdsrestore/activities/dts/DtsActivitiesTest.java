package io.rdsrestore.activities.dts;

import static io.rdsrestore.activities.SandboxRestore.ID;
import static io.rdsrestore.activities.SandboxRestore.JOB_NAME;
import static io.rdsrestore.activities.SandboxRestore.PRIMARY;
import static io.rdsrestore.activities.SandboxRestore.UNKNOWN_OUTCOME_WAIT;
import static io.rdsrestore.activities.SandboxRestore.cloneNumber;
import static io.rdsrestore.activities.SandboxRestore.job;
import static io.rdsrestore.activities.SandboxRestore.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobHandle;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveJob;
import io.rdsrestore.workflows.plan.Engine;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DtsActivitiesTest {
  @Test
  void I1_configuresAndBuysOneJobThoughAnswersGetLost() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      String cloneId = runningClone(harness);
      sandbox.faults().add(FaultRule.lostAnswer("ConfigureDtsJob"));
      sandbox.faults().add(FaultRule.lostAnswer("CreateDtsInstance"));
      JobHandle configured = harness.finish(() -> harness.dts.ensureJob(job(cloneId, null)));
      EnsureJobBought wanted =
          new EnsureJobBought(
              reference(configured), "small", UNKNOWN_OUTCOME_WAIT, null, Engine.MYSQL);
      JobHandle bought = harness.finish(() -> harness.dts.ensureJobBought(wanted));
      assertThat(bought.jobId()).isEqualTo(configured.jobId());
      assertThat(harness.finish(() -> harness.dts.ensureJob(job(cloneId, configured.jobId()))))
          .isEqualTo(bought);
      assertThat(sandbox.ledger())
          .filteredOn(entry -> entry.kind().equals("dts"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.restoreId()).isEqualTo(ID));
      assertThat(harness.finish(() -> harness.dts.readDts(PRIMARY)).writing())
          .singleElement()
          .satisfies(job -> assertThat(job.restoreId()).isEqualTo(ID));
    }
  }

  @Test
  void takesSuccessFalseForARefusal() {
    try (Sandbox sandbox =
            SandboxRestore.sandbox()
                .variants(SandboxVariants.defaults().with(Variant.dtsRefusesBySuccessFalse, true))
                .build()
                .start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      JobReference unknown =
          new JobReference(PRIMARY.regionId(), ID, "no-such-job", null, JOB_NAME);
      harness.newActivity();
      ApplicationFailure failure = harness.failureOf(() -> harness.dts.awaitPrecheck(unknown));
      assertThat(failure.getType()).isEqualTo("NOT_FOUND");
      ApplicationFailure fresh = harness.failureOf(() -> harness.dts.ensureJobStarted(unknown));
      assertThat(fresh.getType()).as("it may still turn up").isEqualTo("NOT_YET");
    }
  }

  @Test
  void I4_releasesJobsBoughtOrNotAndTouchesNoOthers() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      String cloneId = runningClone(harness);
      JobHandle configured = harness.finish(() -> harness.dts.ensureJob(job(cloneId, null)));
      Removal byName =
          harness.finish(
              () ->
                  harness.dts.removeJob(
                      new RemoveJob(PRIMARY.regionId(), ID, null, JOB_NAME, Duration.ZERO)));
      assertThat(byName.removed()).containsExactly(configured.jobId());
      JobHandle second = harness.finish(() -> harness.dts.ensureJob(job(cloneId, null)));
      Removal others =
          harness.finish(
              () ->
                  harness.dts.removeJob(
                      new RemoveJob(
                          PRIMARY.regionId(),
                          "zzzzzzzzzz",
                          second.jobId(),
                          JOB_NAME,
                          Duration.ZERO)));
      assertThat(others.removed()).isEmpty();
      assertThat(others.left()).hasSize(1);
      ApplicationFailure notOurs =
          harness.failureOf(
              () ->
                  harness.dts.ensureJobStarted(
                      new JobReference(
                          PRIMARY.regionId(), "zzzzzzzzzz", second.jobId(), null, JOB_NAME)));
      assertThat(notOurs.getType()).isEqualTo("NOT_OURS");
      assertThat(sandbox.calls().count("StartDtsJob")).isZero();
    }
  }

  private static String runningClone(ActivityHarness harness) {
    String id = harness.finish(() -> harness.rds.ensureClone(cloneNumber(1))).instanceId();
    harness.finish(() -> harness.rds.awaitClone(new InstanceReference(PRIMARY.regionId(), id)));
    return id;
  }
}
