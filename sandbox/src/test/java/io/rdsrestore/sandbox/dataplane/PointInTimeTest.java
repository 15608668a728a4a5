package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.shyiko.mysql.binlog.BinaryLogFileReader;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Clones hold exactly what was committed by then, as the generator says and no database. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointInTimeTest {
  private static final String PRIMARY = "rm-primary01";

  private Path workDir;
  private MariaDbDataPlane plane;
  private SampleFacts facts;
  private SampleHistory history;

  @BeforeAll
  void start(@TempDir Path directory) {
    workDir = directory;
    plane = MariaDbDataPlane.create(workDir, program());
    facts = plane.startSamplePrimary(PRIMARY);
    history = SampleHistory.beginningAt(facts.historyBegin(), facts.engineVersion());
  }

  /** The server to be tested. */
  DatabaseProgram program() {
    return DatabaseProgram.mariaDb();
  }

  @AfterAll
  void stop() throws IOException {
    plane.close();
    assertThat(workDir).doesNotExist();
  }

  @Test
  void theSampleIsWhatTheHistorySaysAndLargeEnough() throws SQLException {
    assertThat(facts.historyEnd()).isEqualTo(history.end());
    assertThat(facts.backups()).hasSize(2);
    assertThat(facts.backups().get(0).consistentAt()).isEqualTo(facts.historyBegin());
    Map<String, TableFingerprint> all = history.at(history.end());
    assertThat(all.values().stream().mapToLong(TableFingerprint::rows).sum())
        .isBetween(90_000L, 140_000L);
    assertThat(all).hasSize(10);
  }

  @Test
  void theBinaryLogRecordsTheSecondsOfTheHistory() throws IOException {
    Set<Long> recorded = new TreeSet<>();
    try (DirectoryStream<Path> logs =
        Files.newDirectoryStream(workDir.resolve(PRIMARY).resolve("data"), "binlog.??????")) {
      for (Path log : logs) {
        try (BinaryLogFileReader reader = new BinaryLogFileReader(log.toFile())) {
          for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
            if (event.getHeader().getEventType() == EventType.XID) {
              recorded.add(event.getHeader().getTimestamp() / 1000);
            }
          }
        }
      }
    }
    Set<Long> expected = new TreeSet<>();
    for (SampleTransaction transaction : history.transactions()) {
      expected.add(history.begin().plusSeconds(transaction.second()).getEpochSecond());
    }
    assertThat(recorded).containsAll(expected);
  }

  @Test
  void aCloneHoldsWhatWasCommittedByTheEndOfItsSecond() throws SQLException {
    for (int second : List.of(0, 1, 137, 240, 241, 480)) {
      Instant time = history.begin().plusSeconds(second);
      plane.cloneAt(PRIMARY, "rm-at", time);
      try {
        assertThat(sample("rm-at")).as("second %s", second).isEqualTo(history.at(time));
      } finally {
        plane.release("rm-at");
      }
    }
  }

  @Test
  void neighbouringSecondsDiffer() {
    for (int second = 0; second < SampleHistory.SECONDS; second += 60) {
      Instant time = history.begin().plusSeconds(second);
      assertThat(history.at(time).get("orders"))
          .isNotEqualTo(history.at(time.plusSeconds(1)).get("orders"));
    }
  }

  @Test
  void aCloneOfABackupSetHoldsWhatItHeld() throws SQLException {
    SampleFacts.BackupPoint backup = facts.backups().get(1);
    plane.cloneFromBackup(PRIMARY, "rm-backup", backup.backupId());
    try {
      assertThat(sample("rm-backup")).isEqualTo(history.at(backup.consistentAt()));
    } finally {
      plane.release("rm-backup");
    }
  }

  @Test
  void aTableDroppedNowComesBackFromTheSecondBefore() throws SQLException {
    try (Connection connection = owner(PRIMARY)) {
      Query.run(
          connection,
          "CREATE DATABASE accident",
          "CREATE TABLE accident.t (id INT PRIMARY KEY) ENGINE=InnoDB",
          "INSERT INTO accident.t VALUES (1), (2)");
      Instant before = awaitNextSecond().minusSeconds(1);
      Query.run(connection, "DROP TABLE accident.t");
      plane.cloneAt(PRIMARY, "rm-before", before);
      plane.cloneAt(PRIMARY, "rm-after", Instant.now());
    }
    try (Connection before = owner("rm-before");
        Connection after = owner("rm-after")) {
      assertThat(Query.texts(before, "SELECT id FROM accident.t ORDER BY id"))
          .containsExactly("1", "2");
      assertThat(Selection.tablesOf(after, "accident")).isEmpty();
    } finally {
      plane.release("rm-before");
      plane.release("rm-after");
    }
  }

  @Test
  void whatFollowsALaterCommitIsLaterWhateverItsOwnSecondSays() throws SQLException {
    try (Connection connection = owner(PRIMARY)) {
      Query.run(
          connection,
          "CREATE DATABASE slow",
          "CREATE TABLE slow.t (id INT PRIMARY KEY) ENGINE=InnoDB");
      Instant second = awaitNextSecond();
      Query.run(
          connection,
          "SET timestamp=" + second.getEpochSecond(),
          "INSERT INTO slow.t VALUES (1)",
          "SET timestamp=" + (second.getEpochSecond() + 1),
          "INSERT INTO slow.t VALUES (2)",
          // A statement that began in the second and ended after the one above.
          "SET timestamp=" + second.getEpochSecond(),
          "INSERT INTO slow.t VALUES (3)",
          "SET timestamp=DEFAULT");
      awaitNextSecond();
      plane.cloneAt(PRIMARY, "rm-slow", second);
    }
    try (Connection clone = owner("rm-slow")) {
      assertThat(Query.texts(clone, "SELECT id FROM slow.t")).containsExactly("1");
    } finally {
      plane.release("rm-slow");
    }
  }

  @Test
  void accountsAreThoseOfThePoint() throws SQLException {
    plane.createAccount(PRIMARY, "old", "old-Passw0rd");
    plane.grant(PRIMARY, "old", "shop", "ReadOnly");
    Instant before = awaitNextSecond().minusSeconds(1);
    plane.resetPassword(PRIMARY, "old", "new-Passw0rd");
    plane.createAccount(PRIMARY, "late", "late-Passw0rd");
    plane.cloneAt(PRIMARY, "rm-accounts", before);
    OwnerLogin clone = plane.ownerLogin("rm-accounts");
    try {
      try (Connection asBefore =
          Connections.open(clone.host(), clone.port(), new Credentials("old", "old-Passw0rd"))) {
        assertThat(Query.text(asBefore, "SELECT COUNT(*) FROM shop.settings")).isEqualTo("40");
      }
      assertThatThrownBy(
              () ->
                  Connections.open(
                      clone.host(), clone.port(), new Credentials("late", "late-Passw0rd")))
          .isInstanceOf(SQLException.class);
    } finally {
      plane.release("rm-accounts");
      plane.deleteAccount(PRIMARY, "old");
      plane.deleteAccount(PRIMARY, "late");
    }
  }

  @Test
  void aCloneStandsAlone() throws SQLException {
    plane.cloneAt(PRIMARY, "rm-alone", history.end());
    try (Connection clone = owner("rm-alone");
        Connection primary = owner(PRIMARY)) {
      assertThat(Query.list(clone, "SHOW SLAVE STATUS", row -> row.getString("Master_Log_File")))
          .allMatch(String::isEmpty)
          .hasSize(facts.engineVersion().equals("5.5") ? 1 : 0);
      assertThat(Query.text(clone, "SELECT @@server_id"))
          .isNotEqualTo(Query.text(primary, "SELECT @@server_id"));
      assertThat(Query.text(clone, "SELECT VERSION()")).startsWith(facts.engineVersion() + ".");
      Query.run(clone, "DROP TABLE shop.shipments");
      assertThat(Selection.tablesOf(primary, "shop")).contains("shipments");
      assertThat(Query.text(clone, "SELECT @@log_bin")).isEqualTo("1");
    } finally {
      plane.release("rm-alone");
    }
  }

  @Test
  void timesOutOfReachAreRefused() {
    assertThatThrownBy(() -> plane.cloneAt(PRIMARY, "rm-x", facts.historyBegin().minusSeconds(1)))
        .isInstanceOf(DataPlaneException.class)
        .hasMessageContaining("no backup set");
    assertThatThrownBy(() -> plane.cloneAt(PRIMARY, "rm-x", Instant.now().plusSeconds(60)))
        .isInstanceOf(DataPlaneException.class)
        .hasMessageContaining("future");
    assertThatThrownBy(() -> plane.cloneFromBackup(PRIMARY, "rm-x", "1"))
        .isInstanceOf(DataPlaneException.class);
    assertThat(workDir.resolve("rm-x")).doesNotExist();
  }

  private Map<String, TableFingerprint> sample(String instanceId) throws SQLException {
    Map<String, TableFingerprint> result = new TreeMap<>();
    try (Connection connection = owner(instanceId)) {
      for (String table : Selection.tablesOf(connection, SampleHistory.DATABASE)) {
        result.put(table, TableFingerprint.read(connection, SampleHistory.DATABASE, table));
      }
    }
    return result;
  }

  private Connection owner(String instanceId) throws SQLException {
    OwnerLogin login = plane.ownerLogin(instanceId);
    return Connections.open(
        login.host(), login.port(), new Credentials(login.user(), login.password()));
  }

  /** Waits for the second after the current one, and answers it. */
  private static Instant awaitNextSecond() {
    Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    DatabaseServer.pause(Duration.between(Instant.now(), next.plusMillis(10)));
    return next;
  }
}
