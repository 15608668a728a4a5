package io.rdsrestore.activities.rds;

import static io.rdsrestore.activities.SandboxRestore.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which address of an instance a worker connects to, and what RDS says of its protection. */
class OwnAddressTest {
  private static final String ACTION = "DescribeDBInstanceSSL";

  private final Sandbox sandbox = SandboxRestore.sandbox().build().start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void whatSpreadsReadsIsNotTheInstance() {
    DatabaseAddress alone = read(DatabaseTls.DISABLE);
    sandbox.condition(PRIMARY.instanceId()).setReadWriteSplitting(true);

    assertThat(read(DatabaseTls.DISABLE)).isEqualTo(alone).isNotNull();
  }

  @Test
  void rdsIsAskedForSslWhereThatMakesADifference() {
    assertThat(read(DatabaseTls.AUTO).ssl()).isFalse();
    sandbox.condition(PRIMARY.instanceId()).setSsl(true);
    assertThat(read(DatabaseTls.AUTO).ssl()).isTrue();
    assertThat(sandbox.calls().count(ACTION)).isEqualTo(2);

    assertThat(read(DatabaseTls.DISABLE).ssl()).isNull();
    assertThat(read(DatabaseTls.VERIFY_CA).ssl()).isNull();
    assertThat(sandbox.calls().count(ACTION)).isEqualTo(2);
  }

  @Test
  void whatMayNotBeAskedIsNotKnown() {
    sandbox.faults().add(FaultRule.error(ACTION, "Forbidden.RAM", 403, 1));

    assertThat(read(DatabaseTls.AUTO).ssl()).isNull();
  }

  @Test
  void aPassingTroubleIsNoAnswer() {
    sandbox.condition(PRIMARY.instanceId()).setSsl(true);
    sandbox.faults().add(FaultRule.error(ACTION, "ServiceUnavailable", 503, 1));

    assertThat(read(DatabaseTls.AUTO).ssl()).isTrue();
  }

  private DatabaseAddress read(DatabaseTls tls) {
    try (ActivityHarness harness =
        new ActivityHarness(
            ActivityHarness.settings(sandbox).protecting(tls, null), Clock.systemUTC())) {
      return harness.finish(() -> harness.rds.readInstance(PRIMARY)).address();
    }
  }
}
