package io.rdsrestore.activities.dts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.StubCloud;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.EnsureCopyRate;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import io.rdsrestore.workflows.activity.SourceJob;
import io.rdsrestore.workflows.activity.SourceJobs;
import io.rdsrestore.workflows.request.CopyRate;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy is slowed down, paused and watched, by answers as DTS documents them. */
class CopyControlTest {
  private static final String ID = "abcdefghij";
  private static final InstanceReference PRIMARY = new InstanceReference("cn-hangzhou", "rm-1");
  private static final JobReference JOB =
      new JobReference(
          "cn-hangzhou",
          ID,
          "job1",
          "dts1",
          RestoreMark.jobName("rds-restore", ID, Instant.parse("2030-01-01T00:00:00Z")));

  private final AtomicReference<String> status = new AtomicReference<>("Migrating");
  private StubCloud cloud;
  private ActivityHarness harness;

  @BeforeEach
  void start() throws IOException {
    cloud = new StubCloud();
    harness = new ActivityHarness(ActivityHarness.settings(cloud.endpoint()), Clock.systemUTC());
    cloud.answer("DescribeDtsJobDetail", call -> job());
    cloud.answer(
        "DescribeDtsJobs",
        call ->
            call.get("JobType").equals("MIGRATION")
                ? list(
                    job()
                        + ",{\"DtsJobId\":\"m2\",\"DtsJobName\":\"to crm\",\"Status\":\"Migrating\","
                        + "\"SourceEndpoint\":{\"InstanceID\":\"rm-1\"}}")
                : call.get("JobType").equals("SYNC")
                    ? list(
                        "{\"DtsJobId\":\"s1\",\"DtsJobName\":\"to search\",\"Status\":\"Synchronizing\","
                            + "\"SourceEndpoint\":{\"InstanceID\":\"rm-1\"}},"
                            + "{\"DtsJobId\":\"s2\",\"Status\":\"Finished\","
                            + "\"SourceEndpoint\":{\"InstanceID\":\"rm-1\"}}")
                    : "{\"Success\":false,\"ErrCode\":\"Forbidden.RAM\"}");
    cloud.answer("ModifyDynamicConfig", "{\"Success\":true}");
    cloud.answer(
        "SuspendDtsJob",
        call -> {
          status.set("Suspending");
          return "{\"Success\":true}";
        });
  }

  @AfterEach
  void stop() {
    harness.close();
    cloud.close();
  }

  @Test
  void setsBothLimitsAndTakesOffWhatIsNotSet() {
    harness.finish(() -> harness.dts.ensureCopyRate(new EnsureCopyRate(JOB, rate(500L, null))));

    assertThat(cloud.calls("ModifyDynamicConfig"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .containsEntry("DtsJobId", "job1")
                    .containsEntry("JobCode", "03")
                    .containsEntry("EnableLimit", "true")
                    .containsEntry(
                        "ConfigList",
                        "{\"dts.datamove.source.rps.max\":500,\"dts.datamove.source.bps.max\":-1}"));
  }

  @Test
  void pausesWhatCopiesAndNothingElse() {
    assertThat(pause()).isEqualTo(MigrationState.SUSPENDED);
    assertThat(pause()).isEqualTo(MigrationState.SUSPENDED);
    status.set("Finished");
    assertThat(pause()).isEqualTo(MigrationState.FINISHED);
    cloud.answer(
        "DescribeDtsJobDetail", "{\"Success\":false,\"ErrCode\":\"Forbidden.InstanceNotFound\"}");
    assertThat(pause()).isEqualTo(MigrationState.GONE);

    assertThat(cloud.calls("SuspendDtsJob")).hasSize(1);
  }

  @Test
  void namesTheJobsThatReadThePrimary() {
    cloud.answer("WhiteIpList", "{\"Success\":true,\"IpList\":\"10.151.12.0/24\"}");
    assertThat(harness.finish(() -> harness.dts.readDts(PRIMARY)).reading())
        .isEqualTo(
            new SourceJobs(
                List.of(
                    new SourceJob("m2", "to crm", "migration", "Migrating"),
                    new SourceJob("s1", "to search", "synchronization", "Synchronizing")),
                0,
                "change tracking jobs: DescribeDtsJobs is refused with Forbidden.RAM"));
  }

  @Test
  void aLookAtTheCopyTellsOfPressureOnThePrimary() {
    cloud.answer("DescribeResourceUsage", "{\"DiskUsed\":%d}".formatted(91L << 30));
    PrimaryWatch watch = new PrimaryWatch(PRIMARY, List.of(), 85, Duration.ofMinutes(5), 100);
    MigrationLook look =
        harness.finish(
            () -> harness.dts.awaitMigration(new AwaitMigration(JOB, 0, 0, watch, null)));

    assertThat(look.state()).isEqualTo(MigrationState.RUNNING);
    assertThat(look.pressure()).startsWith("the disk of rm-1 is 91 % full");
  }

  @Test
  void aWatchThatSeesNothingIsNotRepeatedWithEveryLook() {
    cloud.answer("DescribeResourceUsage", "{\"DiskUsed\":1}");
    PrimaryWatch watch = new PrimaryWatch(PRIMARY, List.of(), 85, Duration.ofMinutes(5), 100);
    for (int look = 0; look < 3; look++) {
      harness.newActivity();
      harness.failureOf(
          () -> harness.dts.awaitMigration(new AwaitMigration(JOB, 0, 0, watch, null)));
    }

    assertThat(cloud.calls("DescribeResourceUsage")).hasSize(1);
  }

  private MigrationState pause() {
    return harness.finish(() -> harness.dts.ensureJobSuspended(JOB));
  }

  private static CopyRate rate(Long rows, Long bytes) {
    return new CopyRate(rows, bytes);
  }

  private String job() {
    return ("{\"DtsJobId\":\"job1\",\"DtsInstanceID\":\"dts1\",\"DtsJobName\":\"%s\",\"Status\":\"%s\","
            + "\"SourceEndpoint\":{\"InstanceID\":\"rm-clone\"}}")
        .formatted(JOB.name(), status.get());
  }

  private static String list(String jobs) {
    return "{\"TotalRecordCount\":2,\"DtsJobList\":[" + jobs + "]}";
  }
}
