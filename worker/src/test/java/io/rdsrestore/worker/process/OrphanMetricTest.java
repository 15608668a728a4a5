package io.rdsrestore.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.restore.SweepLookImpl;
import io.rdsrestore.workflows.sweep.Owners;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What an alarm on {@code rds_restore_orphans_total} sees of the hourly look. */
class OrphanMetricTest {
  private static final String PRIMARY = "rm-primary01";
  private static final String METRIC = "rds_restore_orphans_total";
  private static final String BLIND_METRIC = "rds_restore_sweep_blind_total";

  /** Longer than it takes until metrics are told. */
  private static final int MOST_LOOKS = 200;

  private static final StaticCredentialsProvider CREDENTIALS =
      new StaticCredentialsProvider(new BasicCredentials("sandbox", "sandbox-secret"));

  @Test
  void eachLookCountsWhatHasOutlivedItsRestore() {
    try (Sandbox sandbox = sandbox();
        Metrics metrics = new Metrics();
        TestWorkflowEnvironment temporal = SweepLooks.temporal(metrics)) {
      ActivitySettings settings = settings(sandbox);
      start(temporal, settings);
      assertThat(look(temporal).orphans()).isEmpty();
      assertThat(value(metrics, METRIC)).isZero();

      openOurGroup(settings);
      assertThat(look(temporal).orphans()).hasSize(1);
      awaitValue(metrics, 1);
      assertThat(look(temporal).orphans()).hasSize(1);
      awaitValue(metrics, 2);
    }
  }

  @Test
  void aRegionThatCannotBeReadHidesNoOther() {
    try (Sandbox sandbox = sandbox();
        Metrics metrics = new Metrics();
        TestWorkflowEnvironment temporal = SweepLooks.temporal(metrics)) {
      ActivitySettings settings = settings(sandbox);
      start(temporal, settings);
      openOurGroup(settings);
      SweepLookReport report = SweepLooks.look(temporal, List.of("cn-mars", Sandbox.REGION));
      assertThat(report.orphans()).hasSize(1);
      assertThat(report.notRead()).singleElement().asString().startsWith("region cn-mars: ");
      assertThat(report.summary()).contains("What could not be looked into: region cn-mars");
      SweepLookReport blind = SweepLooks.look(temporal, List.of("cn-mars"));
      assertThat(blind.isAlert()).isTrue();
      awaitValue(metrics, BLIND_METRIC, 2);
    }
  }

  private static Sandbox sandbox() {
    return Sandbox.builder()
        .samplePrimary(false)
        .primary(PrimarySpec.mysql(PRIMARY).build())
        .build()
        .start();
  }

  private static ActivitySettings settings(Sandbox sandbox) {
    return ActivitySettings.defaults(
            new AccountKey(new byte[AccountKey.MIN_BYTES]), new LocalSecrets(name -> null))
        .at(CloudEndpoint.parse(sandbox.endpoint()));
  }

  private static void start(TestWorkflowEnvironment temporal, ActivitySettings settings) {
    ActivityImplementations activities =
        ActivityImplementations.create(settings, CREDENTIALS, Clock.systemUTC());
    OwnerActivities nobody = query -> new Owners(Map.of(), Set.of(), Map.of(), null, "default");
    Worker worker = temporal.newWorker(SweepLooks.QUEUE);
    worker.registerWorkflowImplementationTypes(SweepLookImpl.class);
    worker.registerActivitiesImplementations(activities.rds(), activities.dts(), nobody);
    temporal.start();
  }

  private static SweepLookReport look(TestWorkflowEnvironment temporal) {
    return SweepLooks.look(temporal, List.of(Sandbox.REGION));
  }

  private static void openOurGroup(ActivitySettings settings) {
    ModifySecurityIpsRequest open = new ModifySecurityIpsRequest();
    open.setDBInstanceId(PRIMARY);
    open.setDBInstanceIPArrayName(RestoreMark.WHITELIST_GROUP);
    open.setModifyMode("Append");
    open.setSecurityIps("10.1.2.3");
    new CloudClient(CREDENTIALS, settings.cloudEndpoint()).write(Sandbox.REGION, open);
  }

  private static void awaitValue(Metrics metrics, double wanted) {
    awaitValue(metrics, METRIC, wanted);
  }

  private static void awaitValue(Metrics metrics, String metric, double wanted) {
    for (int i = 0; i < MOST_LOOKS && value(metrics, metric) != wanted; i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(value(metrics, metric)).isEqualTo(wanted);
  }

  private static double value(Metrics metrics, String metric) {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith(metric))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
