package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies, and a lock of somebody else, in the middle of a real copy. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccidentTest {
  private static final String PRIMARY = "rm-primary01";
  private static final String CLONE = "rm-clone01";
  private static final String PASSWORD = "Dts-Passw0rd";
  private static final String ROWS = "SELECT COUNT(*) FROM ";

  private MariaDbDataPlane plane;

  @BeforeAll
  void start(@TempDir Path workDir) {
    plane = MariaDbDataPlane.create(workDir);
    SampleFacts facts = plane.startSamplePrimary(PRIMARY);
    plane.cloneFromBackup(PRIMARY, CLONE, facts.backups().get(1).backupId());
    plane.createAccount(PRIMARY, "writer", PASSWORD);
    plane.createAccount(CLONE, "reader", PASSWORD);
    plane.grant(CLONE, "reader", "shop", "ReadOnly");
    plane.setWhitelist(PRIMARY, List.of("127.0.8.0/24"));
    plane.setWhitelist(CLONE, List.of("127.0.8.0/24"));
  }

  @AfterAll
  void stop() {
    plane.close();
  }

  @Test
  void aServerThatDiesFailsTheCopyAndComesBackWithWhatWasCommitted() throws SQLException {
    CopySpec spec = spec("after_crash");
    Middle middle = new Middle(() -> plane.crash(PRIMARY, Duration.ofMillis(300)));
    assertThatThrownBy(() -> plane.copy(spec, middle))
        .isInstanceOf(DataPlaneException.class)
        .hasMessageContaining("DTS-70211");
    awaitServer();
    long copied = rows(PRIMARY, "after_crash");
    assertThat(copied).isBetween(1L, rows(CLONE, "shop") - 1);
    plane.copy(spec.keepingWhatIsThere(), new Middle(() -> {}));
    assertThat(rows(PRIMARY, "after_crash")).isEqualTo(rows(CLONE, "shop"));
  }

  @Test
  void aShortLockIsWaitedFor() throws SQLException {
    plane.copy(spec("after_lock"), new Middle(() -> plane.lock(PRIMARY, Duration.ofMillis(500))));
    assertThat(rows(PRIMARY, "after_lock")).isEqualTo(rows(CLONE, "shop"));
  }

  @Test
  void aLongLockFailsTheCopy() {
    AtomicBoolean locked = new AtomicBoolean();
    Middle middle =
        new Middle(
            () -> {
              plane.lock(PRIMARY, Duration.ofSeconds(8));
              locked.set(true);
            });
    assertThatThrownBy(() -> plane.copy(spec("after_long_lock"), middle))
        .isInstanceOf(DataPlaneException.class)
        .hasMessageContaining("Lock wait timeout exceeded");
    assertThat(locked).isTrue();
  }

  private CopySpec spec(String target) {
    plane.grant(PRIMARY, "writer", target, "ReadWrite");
    return new CopySpec(
        new CopySpec.Login(CLONE, "reader", PASSWORD),
        new CopySpec.Login(PRIMARY, "writer", PASSWORD),
        List.of(
            new CopySpec.DatabaseMapping(
                "shop", target, false, List.of(new CopySpec.TableMapping("orders", "orders")))),
        true,
        true,
        "0",
        CopySpec.Checks.NONE);
  }

  private long rows(String instance, String database) throws SQLException {
    OwnerLogin login = plane.ownerLogin(instance);
    try (Connection connection =
        Connections.open(
            login.host(), login.port(), new Credentials(login.user(), login.password()))) {
      return Long.parseLong(Query.text(connection, ROWS + Sql.name(database) + ".orders"));
    }
  }

  private void awaitServer() {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        plane.databases(PRIMARY);
        return;
      } catch (DataPlaneException down) {
        assertThat(System.nanoTime()).as(down.getMessage()).isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  /** Something happens once, after the first rows. */
  private static final class Middle implements CopyListener {
    private final Runnable accident;
    private boolean happened;

    Middle(Runnable accident) {
      this.accident = accident;
    }

    @Override
    public void structure(long done, long total) {
      assertThat(done).isLessThanOrEqualTo(total);
    }

    @Override
    public void rows(long done, long total) {
      if (done > 0 && !happened) {
        happened = true;
        accident.run();
      }
    }

    @Override
    public boolean shouldStop() {
      return false;
    }
  }
}
