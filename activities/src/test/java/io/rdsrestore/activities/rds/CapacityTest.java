package io.rdsrestore.activities.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.StubCloud;
import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.CapacityQuery;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.LoadFacts;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import io.rdsrestore.workflows.activity.ReplicaFacts;
import io.rdsrestore.workflows.activity.StorageFacts;
import io.rdsrestore.workflows.activity.WhitelistFacts;
import io.rdsrestore.workflows.plan.Engine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a primary's room, strength and trouble, from answers as RDS documents them. */
class CapacityTest {
  private static final InstanceReference PRIMARY = new InstanceReference("cn-hangzhou", "rm-1");
  private static final long GB = 1L << 30;
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private StubCloud cloud;
  private ActivityHarness harness;

  @BeforeEach
  void start() throws IOException {
    cloud = new StubCloud();
    harness =
        new ActivityHarness(
            ActivityHarness.settings(cloud.endpoint()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    harness.close();
    cloud.close();
  }

  @Test
  void readsRoomDelayLoadAndWhitelist() {
    usage(60 * GB, 40 * GB);
    attribute("Unlock", 100);
    delay("7");
    cloud.answer(
        "DescribeDBInstancePerformance",
        """
        {"PerformanceKeys":{"PerformanceKey":[
          {"Key":"MySQL_MemCpuUsage","ValueFormat":"cpuusage&memusage",
           "Values":{"PerformanceValue":[{"Value":"12.5&40","Date":"a"},{"Value":"81.2&41","Date":"b"}]}},
          {"Key":"MySQL_Sessions","ValueFormat":"active_session&total_session",
           "Values":{"PerformanceValue":[{"Value":"3.0&90.0","Date":"a"}]}}]}}
        """);
    cloud.answer(
        "DescribeDBInstanceIPArrayList",
        """
        {"Items":{"DBInstanceIPArray":[{"DBInstanceIPArrayName":"default","SecurityIPList":"10.0.0.1"},
          {"DBInstanceIPArrayName":"rds_restore","SecurityIPList":"100.104.0.0/26,10.0.4.17"}]}}
        """);

    assertThat(read("rr-1"))
        .isEqualTo(
            new CapacityFacts(
                new StorageFacts("rm-1", 200, 60 * GB, 40 * GB, null),
                List.of(
                    new ReplicaFacts(
                        new StorageFacts("rr-1", 100, 60 * GB, 40 * GB, null), 7L, null)),
                new LoadFacts(15, 82L, 3L, null),
                new WhitelistFacts(2, true, 2, null)));
    assertThat(cloud.calls("DescribeDBInstancePerformance"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .containsEntry("StartTime", "2026-11-24T09:45Z")
                    .containsEntry("EndTime", "2026-11-24T10:00Z"));
  }

  @Test
  void whatRdsDoesNotTellIsAReason() {
    cloud.answer("DescribeResourceUsage", "{\"DiskUsed\":-1,\"DataSize\":-1}");
    cloud.answer("DescribeDBInstancePerformance", "{\"PerformanceKeys\":{\"PerformanceKey\":[]}}");
    CapacityFacts facts = read("rr-1");

    assertThat(facts.storage())
        .isEqualTo(
            new StorageFacts("rm-1", 200, null, null, "DescribeResourceUsage names no DiskUsed"));
    assertThat(facts.replicas().get(0).delayUnknownBecause())
        .isEqualTo("DescribeReadDBInstanceDelay is refused with InvalidAction.NotFound");
    assertThat(facts.load().unknownBecause()).contains("no figures of the last 15 minutes");
    assertThat(facts.whitelist().unknownBecause()).contains("InvalidAction.NotFound");
  }

  @Test
  void saysWhichLimitIsPassed() {
    usage(84 * GB, 0);
    attribute("Unlock", 100);
    delay("300");
    assertThat(pressure()).isNull();
    delay("301");
    assertThat(pressure())
        .isEqualTo("read replica rr-1 is 301 s behind rm-1, limits.replicaDelay is 300 s");
    usage(85 * GB, 0);
    assertThat(pressure())
        .isEqualTo("the disk of rm-1 is 85 % full (85 of 100 GB), limits.diskPercent is 85");
    attribute("LockByDiskQuota", 100);
    assertThat(pressure()).isEqualTo("rm-1 is locked (RDS: LockMode LockByDiskQuota)");
  }

  @Test
  void whatRdsDoesNotTellIsNoPressure() {
    assertThat(pressure()).isNull();
  }

  private CapacityFacts read(String replica) {
    return harness.finish(
        () ->
            harness.rds.readCapacity(
                new CapacityQuery(PRIMARY, 200, List.of(replica), Engine.MYSQL)));
  }

  private String pressure() {
    return harness.finish(
        () ->
            harness.rds.readPressure(
                new PrimaryWatch(PRIMARY, List.of("rr-1"), 85, Duration.ofMinutes(5), 50)));
  }

  private void usage(long used, long data) {
    cloud.answer(
        "DescribeResourceUsage", "{\"DiskUsed\":%d,\"DataSize\":%d}".formatted(used, data));
  }

  private void attribute(String lockMode, int storageGb) {
    cloud.answer(
        "DescribeDBInstanceAttribute",
        "{\"Items\":{\"DBInstanceAttribute\":[{\"LockMode\":\"%s\",\"DBInstanceStorage\":%d}]}}"
            .formatted(lockMode, storageGb));
  }

  private void delay(String seconds) {
    cloud.answer(
        "DescribeReadDBInstanceDelay",
        """
        {"Items":{"Items":[{"DBInstanceId":"rm-1",
          "ReadDBInstanceNames":{"ReadDBInstanceName":["rr-0","rr-1"]},
          "ReadDelayTimes":{"ReadDelayTime":["0","%s"]}}]},"DelayTime":"0"}
        """
            .formatted(seconds));
  }
}
