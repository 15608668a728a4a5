package io.rdsrestore.activities;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.SandboxBuilder;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.EnsureJob;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobHandle;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.TableSelection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A restore of one table in a sandbox without databases: what its activities are asked. */
public final class SandboxRestore {
  public static final String ID = "abcdefghij";
  public static final InstanceReference PRIMARY =
      new InstanceReference(Sandbox.REGION, "rm-control1");
  public static final Duration UNKNOWN_OUTCOME_WAIT = Duration.ofMinutes(10);

  private static final Instant EXPIRES = Instant.parse("2030-01-01T00:00:00Z");

  public static final String JOB_NAME = RestoreMark.jobName("rds-restore", ID, EXPIRES);

  private SandboxRestore() {}

  public static SandboxBuilder sandbox() {
    return Sandbox.builder()
        .samplePrimary(false)
        .timings(SandboxTimings.instant())
        .primary(
            PrimarySpec.mysql(PRIMARY.instanceId())
                .region(PRIMARY.regionId())
                .database("shop", "orders", "customers")
                .build());
  }

  public static EnsureClone cloneNumber(int ordinal) {
    return new EnsureClone(
        ID,
        ordinal,
        PRIMARY,
        RestorePoint.at(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1))),
        new PurchaseConfiguration(
            "rds.mysql.s2.large",
            100,
            "local_ssd",
            null,
            null,
            null,
            null,
            "Postpaid",
            "small",
            "PostPaid"),
        EXPIRES,
        UNKNOWN_OUTCOME_WAIT);
  }

  public static EnsureJob job(String cloneId, String jobId) {
    return new EnsureJob(
        PRIMARY.regionId(),
        ID,
        JOB_NAME,
        jobId,
        cloneId,
        AccountLogin.managed(ID),
        PRIMARY.instanceId(),
        AccountLogin.managed(ID),
        List.of(
            new ObjectTarget("shop", "shop_restored", List.of(new TableSelection("orders", null)))),
        true,
        true,
        "0",
        CopyRate.unlimited(),
        UNKNOWN_OUTCOME_WAIT,
        Engine.MYSQL);
  }

  public static JobReference reference(JobHandle job) {
    return new JobReference(PRIMARY.regionId(), ID, job.jobId(), job.dtsInstanceId(), JOB_NAME);
  }
}
