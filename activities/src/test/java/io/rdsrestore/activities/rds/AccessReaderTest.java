package io.rdsrestore.activities.rds;

import static io.rdsrestore.activities.SandboxRestore.ID;
import static io.rdsrestore.activities.SandboxRestore.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AccessFacts;
import io.rdsrestore.workflows.activity.EnsureAccount;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.ReadAccess;
import io.rdsrestore.workflows.plan.Engine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessReaderTest {
  private static final String ACCOUNT = RestoreMark.accountName(ID);

  @Test
  void tellsWhatIsMissing() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      List<String> dts = harness.finish(() -> harness.dts.readDts(PRIMARY)).addresses();
      AccessFacts before = read(harness, dts);
      assertThat(before.missingAddresses()).isEqualTo(dts).isNotEmpty();
      assertThat(before.account()).isNull();
      assertThat(before.hasAddress()).isTrue();

      harness.finish(
          () -> {
            harness.rds.ensureWhitelist(new EnsureWhitelist(PRIMARY, dts));
            return null;
          });
      harness.finish(
          () -> {
            harness.rds.ensureAccount(
                new EnsureAccount(new ManagedAccount(PRIMARY, ID), List.of("shop"), Engine.MYSQL));
            return null;
          });
      AccessFacts after = read(harness, dts);
      assertThat(after.missingAddresses()).isEmpty();
      assertThat(after.account().privileges()).isEqualTo(Map.of("shop", "ReadWrite"));
    }
  }

  @Test
  void doesWithoutTheHintThatMayBeRefused() {
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      sandbox
          .faults()
          .add(FaultRule.error("DescribeDBInstanceConnectivity", "Forbidden.RAM", 403, 1));
      AccessFacts facts = read(harness, List.of("10.0.0.1"));
      assertThat(facts.connectivity()).isNull();
      assertThat(facts.connectivityCode()).isNotBlank();
    }
  }

  private static AccessFacts read(ActivityHarness harness, List<String> dts) {
    return harness.finish(() -> harness.rds.readAccess(new ReadAccess(PRIMARY, ACCOUNT, dts)));
  }
}
