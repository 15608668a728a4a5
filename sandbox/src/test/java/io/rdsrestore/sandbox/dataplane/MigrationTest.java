package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Gates, prechecks and copies between a clone and its primary, each test in a database apart. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationTest {
  private static final String PRIMARY = "rm-primary01";
  private static final String CLONE = "rm-clone01";
  private static final String PASSWORD = "Dts-Passw0rd";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private MariaDbDataPlane plane;
  private SampleHistory history;
  private String database;

  @BeforeAll
  void start(@TempDir Path workDir) {
    plane = MariaDbDataPlane.create(workDir, program());
    SampleFacts facts = plane.startSamplePrimary(PRIMARY);
    history = SampleHistory.beginningAt(facts.historyBegin(), facts.engineVersion());
    plane.cloneFromBackup(PRIMARY, CLONE, facts.backups().get(1).backupId());
    plane.createAccount(PRIMARY, "writer", PASSWORD);
    plane.createAccount(CLONE, "reader", PASSWORD);
    plane.grant(CLONE, "reader", "shop", "ReadOnly");
  }

  /** The server to be tested. */
  DatabaseProgram program() {
    return DatabaseProgram.mariaDb();
  }

  @AfterAll
  void stop() {
    plane.close();
  }

  @BeforeEach
  void openGatesAndChooseTarget() {
    plane.setWhitelist(PRIMARY, List.of("127.0.0.1", "127.0.8.0/24"));
    plane.setWhitelist(CLONE, List.of("127.0.8.0/24"));
    database = "shop_restored_" + NUMBERS.incrementAndGet();
    plane.grant(PRIMARY, "writer", database, "ReadWrite");
  }

  @Test
  void theGateLetsInWhoIsOnTheListAndNobodyElse() throws SQLException {
    Address address = plane.address(PRIMARY);
    Credentials writer = new Credentials("writer", PASSWORD);
    Connections.open(address.host(), address.port(), writer).close();
    plane.setWhitelist(PRIMARY, List.of("127.0.8.11"));
    Connections.openFrom("127.0.8.11", address.host(), address.port(), writer).close();
    assertThatThrownBy(() -> Connections.open(address.host(), address.port(), writer))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("'127.0.0.1' is not allowed to connect");
    assertThatThrownBy(
            () -> Connections.openFrom("127.0.8.12", address.host(), address.port(), writer))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void theDatabasesAreThoseOfPeople() {
    assertThat(plane.databases(CLONE)).contains(new DatabaseInfo("shop", "utf8mb4"));
    assertThat(plane.databases(CLONE)).noneMatch(found -> found.name().contains("schema"));
  }

  @Test
  void aSoundMigrationPassesEveryItem() {
    assertThat(plane.precheck(whole("0")))
        .extracting(PrecheckItem::item, PrecheckItem::passed)
        .containsExactlyInAnyOrder(
            passed("CHECK_CONN_SRC"),
            passed("CHECK_CONN_DEST"),
            passed("CHECK_MYSQL_PASSOWRD_FORMAT"),
            passed("CHECK_SQL_MODE"),
            passed("CHECK_SRC"),
            passed("CHECK_AUTH_SRC"),
            passed("CHECK_AUTH_DEST"),
            passed("CHECK_ENGINE"),
            passed("CHECK_FOREIGN_KEY"),
            passed("CHECK_SCHEMA_EXIST"),
            passed("CHECK_SAME_OBJ"));
  }

  private static org.assertj.core.groups.Tuple passed(String item) {
    return org.assertj.core.api.Assertions.tuple(item, true);
  }

  @Test
  void aClosedGateFailsItsConnectionAndLeavesOutWhatDependsOnIt() {
    plane.setWhitelist(CLONE, List.of("127.0.0.1"));
    assertThat(failed(whole("0"))).containsOnlyKeys("CHECK_CONN_SRC");
    assertThat(plane.precheck(whole("0")))
        .extracting(PrecheckItem::item)
        .containsExactly(
            "CHECK_CONN_SRC", "CHECK_CONN_DEST", "CHECK_MYSQL_PASSOWRD_FORMAT", "CHECK_AUTH_DEST");
    plane.setWhitelist(PRIMARY, List.of("127.0.0.1"));
    assertThat(failed(whole("0"))).containsOnlyKeys("CHECK_CONN_SRC", "CHECK_CONN_DEST");
  }

  @Test
  void aWrongPasswordFailsTheConnection() {
    CopySpec spec =
        new CopySpec(
            new CopySpec.Login(CLONE, "reader", "wrong"),
            target(),
            List.of(wholeShop()),
            true,
            true,
            "0",
            CopySpec.Checks.NONE);
    assertThat(failed(spec)).containsOnlyKeys("CHECK_CONN_SRC");
    assertThat(failed(spec).get("CHECK_CONN_SRC")).startsWith("DTS-60001").doesNotContain("wrong");
  }

  @Test
  void missingRightsFailOnEitherSide() {
    plane.grant(PRIMARY, "writer", database, "ReadOnly");
    plane.grant(CLONE, "reader", "shop", "DDLOnly");
    try {
      Map<String, String> failed = failed(tables("orders"));
      assertThat(failed).containsKeys("CHECK_AUTH_SRC", "CHECK_AUTH_DEST", "CHECK_SCHEMA_EXIST");
      assertThat(failed.get("CHECK_AUTH_SRC")).contains("SELECT on shop");
      assertThat(failed.get("CHECK_AUTH_DEST")).contains("CREATE").contains(database);
    } finally {
      plane.grant(CLONE, "reader", "shop", "ReadOnly");
    }
  }

  @Test
  void aMissingTableFails() {
    assertThat(failed(tables("orders", "nowhere"))).containsOnlyKeys("CHECK_SCHEMA_EXIST");
  }

  @Test
  void aSameNamedTableFailsUnlessItIsToBeKept() throws SQLException {
    onPrimary("CREATE DATABASE " + database, "CREATE TABLE " + database + ".orders (id INT)");
    List<PrecheckItem> items = plane.precheck(tables("orders"));
    assertThat(items)
        .filteredOn(item -> !item.passed())
        .containsExactly(
            new PrecheckItem(
                "CHECK_SAME_OBJ",
                false,
                true,
                "Objects of the same name exist in the destination: " + database + ".orders"));
    assertThat(plane.precheck(spec(List.of(mapping(false, "orders")), true, "2")))
        .allMatch(PrecheckItem::passed)
        .noneMatch(item -> item.item().equals("CHECK_SAME_OBJ"));
    assertThatThrownBy(() -> plane.copy(tables("orders"), new Listener()))
        .isInstanceOf(DataPlaneException.class)
        .hasMessage("DTS-1020042 Execute sql error sql: Table \"orders\" already exists");
  }

  @Test
  void aChildWithoutItsParentFails() {
    assertThat(failed(tables("orders", "order_items")))
        .containsOnlyKeys("CHECK_FOREIGN_KEY")
        .containsValue(
            "Parent tables of foreign keys are not chosen: shop.order_items needs shop.products");
  }

  @Test
  void anEngineThatDtsDoesNotKnowFails() throws SQLException {
    onClone(
        "CREATE TABLE shop.part (id INT PRIMARY KEY) ENGINE=MyISAM",
        "CREATE TABLE shop.united (id INT PRIMARY KEY) ENGINE=MERGE UNION=(shop.part)");
    try {
      assertThat(failed(tables("united"))).containsOnlyKeys("CHECK_ENGINE");
    } finally {
      onClone("DROP TABLE shop.united, shop.part");
    }
  }

  @Test
  void aWholeDatabaseArrivesWithAllThatBelongsToIt() throws SQLException {
    onClone(
        "CREATE FUNCTION shop.twice(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n",
        "CREATE PROCEDURE shop.count_orders() SELECT COUNT(*) FROM orders",
        // It would add rows if it were there before the rows of settings are.
        "CREATE TRIGGER shop.settings_seen AFTER INSERT ON shop.settings FOR EACH ROW"
            + " INSERT INTO audit_log VALUES (NOW(), 0, '', '')");
    Listener listener = new Listener();
    try {
      plane.copy(whole("0"), listener);
    } finally {
      onClone(
          "DROP FUNCTION shop.twice",
          "DROP PROCEDURE shop.count_orders",
          "DROP TRIGGER shop.settings_seen");
    }
    assertThat(fingerprints(PRIMARY, database))
        .isEqualTo(history.at(history.begin().plusSeconds(SampleHistory.MIDDLE)));
    assertThat(listener.rowsDone.get()).isEqualTo(listener.rowsTotal.get()).isGreaterThan(40_000);
    assertThat(listener.objectsDone.get()).isEqualTo(listener.objectsTotal.get()).isEqualTo(15);
    try (Connection primary = owner(PRIMARY)) {
      assertThat(Query.text(primary, "SELECT " + database + ".twice(21)")).isEqualTo("42");
      assertThat(Query.text(primary, "SELECT COUNT(*) FROM " + database + ".open_orders"))
          .isNotEqualTo("0");
      assertThat(
              Query.texts(
                  primary,
                  "SELECT DISTINCT CONCAT(REFERENCED_TABLE_SCHEMA, '.', REFERENCED_TABLE_NAME)"
                      + " FROM information_schema.KEY_COLUMN_USAGE"
                      + " WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA='"
                      + database
                      + "'"))
          .containsExactlyInAnyOrder(
              database + ".customers", database + ".categories", database + ".products");
      String logged = Query.text(primary, "SELECT COUNT(*) FROM " + database + ".audit_log");
      Query.run(
          primary,
          "UPDATE " + database + ".orders SET status='cancelled' WHERE status='new' LIMIT 1");
      assertThat(Query.text(primary, "SELECT COUNT(*) FROM " + database + ".audit_log"))
          .isEqualTo(Long.toString(Long.parseLong(logged) + 1));
    }
  }

  @Test
  void aTableUnderAnotherNameTakesItsForeignKeysAlong() throws SQLException {
    CopySpec.DatabaseMapping renamed =
        new CopySpec.DatabaseMapping(
            "shop",
            database,
            false,
            List.of(
                new CopySpec.TableMapping("categories", "categories_before"),
                new CopySpec.TableMapping("products", "products_before")));
    plane.copy(spec(List.of(renamed), true, "0"), new Listener());
    Map<String, TableFingerprint> expected =
        history.at(history.begin().plusSeconds(SampleHistory.MIDDLE));
    assertThat(fingerprints(PRIMARY, database))
        .isEqualTo(
            Map.of(
                "categories_before", expected.get("categories"),
                "products_before", expected.get("products")));
    try (Connection primary = owner(PRIMARY)) {
      assertThat(
              Query.texts(
                  primary,
                  "SELECT DISTINCT REFERENCED_TABLE_NAME FROM information_schema.KEY_COLUMN_USAGE"
                      + " WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA='"
                      + database
                      + "'"))
          .containsExactly("categories_before");
      assertThat(Query.texts(primary, "SHOW TRIGGERS FROM " + database)).isEmpty();
    }
  }

  @Test
  void existingRowsStayAsTheyAreInModeTwo() throws SQLException {
    plane.copy(tables("orders"), new Listener());
    TableFingerprint whole = fingerprints(PRIMARY, database).get("orders");
    onPrimary(
        "DELETE FROM " + database + ".orders WHERE id % 3 = 0",
        "UPDATE " + database + ".orders SET remark='changed' WHERE id = 100",
        "INSERT INTO "
            + database
            + ".orders VALUES"
            + " (999999, 1, 'new', 1.00, 'later', NOW(), NOW())");
    plane.copy(spec(List.of(mapping(false, "orders")), true, "2"), new Listener());
    try (Connection primary = owner(PRIMARY)) {
      assertThat(
              Query.texts(
                  primary,
                  "SELECT remark FROM "
                      + database
                      + ".orders WHERE id IN (100, 999999) ORDER BY id"))
          .containsExactly("changed", "later");
      assertThat(Query.text(primary, "SELECT COUNT(*) FROM " + database + ".orders"))
          .isEqualTo(Long.toString(whole.rows() + 1));
    }
    onPrimary(
        "DELETE FROM " + database + ".orders WHERE id = 999999",
        "DELETE FROM " + database + ".orders WHERE id = 100");
    plane.copy(spec(List.of(mapping(false, "orders")), true, "2"), new Listener());
    assertThat(fingerprints(PRIMARY, database).get("orders")).isEqualTo(whole);
  }

  /** Whether CHECKSUM TABLE says the same of the same JSON on two servers. */
  boolean checksumsJson() {
    return true;
  }

  @Test
  void everyTypeArrivesToTheBit() throws SQLException {
    String generated = history.columns().json() ? "v INT AS (z + 1) STORED," : "";
    onClone(
        "SET sql_mode='NO_AUTO_VALUE_ON_ZERO'",
        history
            .columns()
            .fit(
                """
                CREATE TABLE shop.types (
                  id INT AUTO_INCREMENT PRIMARY KEY, f FLOAT, d DOUBLE, n DECIMAL(30,10), b BIT(64),
                  g GEOMETRY, l CHAR(10) CHARACTER SET latin1, k VARCHAR(10) CHARACTER SET gbk,
                  u TEXT CHARACTER SET utf8mb4, j JSON, bin BINARY(4), lb LONGBLOB, da DATE,
                  dt DATETIME(6), ti TIME(6), y YEAR, z INT ZEROFILL, big BIGINT UNSIGNED,
                  %s e ENUM('a','''','é'), s SET('x','y'))
                """
                    .formatted(generated)),
        """
        INSERT INTO shop.types
          (id, f, d, n, b, g, l, k, u, j, bin, lb, da, dt, ti, y, z, big, e, s) VALUES
          (0, 16777215, 1/3e0, 12345678901234567890.0123456789, 0xFFFFFFFFFFFFFFFF,
           POINT(1.5, -2), 'é', '中文', '😀', '{"ключ": "值"}', X'00FF0027', X'0027225C0A', '0000-00-00',
           '2024-02-29 23:59:59.999999', '-838:59:59', 1901, 42, 18446744073709551615, 'é', 'x,y'),
          (7, 1.17549e-38, -1.7976931348623157e308, -0.5, 1, NULL, '', '', '', NULL, '', '', '2024-02-00',
           '0000-00-00 00:00:00', '00:00:00.000001', 0, 0, 0, '''', ''),
          (8, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
           NULL, NULL, NULL, NULL, NULL)
        """);
    String sum = "CHECKSUM TABLE ";
    try (Connection clone = owner(CLONE);
        Connection primary = owner(PRIMARY)) {
      plane.copy(tables("types"), new Listener());
      assertThat(TableFingerprint.read(primary, database, "types"))
          .isEqualTo(TableFingerprint.read(clone, "shop", "types"));
      if (checksumsJson()) {
        Query.RowReader<String> checksum = row -> row.getString(2);
        assertThat(Query.list(primary, sum + database + ".types", checksum))
            .isEqualTo(Query.list(clone, sum + "shop.types", checksum));
      }
    } finally {
      onClone("DROP TABLE shop.types");
    }
  }

  @Test
  void structureOrRowsAlone() throws SQLException {
    plane.copy(spec(List.of(mapping(false, "settings")), false, "0"), new Listener());
    assertThat(fingerprints(PRIMARY, database).get("settings").rows()).isZero();
    CopySpec rowsAlone =
        new CopySpec(
            source(),
            target(),
            List.of(mapping(false, "settings", "orders")),
            false,
            true,
            "0",
            CopySpec.Checks.NONE);
    assertThatThrownBy(() -> plane.copy(rowsAlone, new Listener()))
        .isInstanceOf(DataPlaneException.class)
        .hasMessageStartingWith("DTS-70002")
        .hasMessageContaining("orders");
    assertThat(fingerprints(PRIMARY, database).get("settings").rows()).isEqualTo(40);
  }

  @Test
  void aStoppedCopyEndsAtTheNextBatch() throws SQLException {
    Listener listener = new Listener();
    listener.stopAfter = 1_000;
    plane.copy(tables("orders"), listener);
    assertThat(fingerprints(PRIMARY, database).get("orders").rows())
        .isEqualTo(1_000)
        .isEqualTo(listener.rowsDone.get());
  }

  @Test
  void aSuspendedCopyGoesOnAtItsRowAndEndsEqual() throws SQLException {
    onClone(
        "DROP TABLE IF EXISTS shop.keyless",
        "CREATE TABLE shop.keyless AS SELECT customer_id, total FROM shop.orders");
    try {
      Listener listener = new Listener();
      listener.stopAfter = 1_000;
      plane.copy(tables("keyless"), listener);
      assertThat(fingerprints(PRIMARY, database).get("keyless").rows()).isEqualTo(1_000);
      listener.stopAfter = Long.MAX_VALUE;
      plane.copy(spec(List.of(mapping(false, "keyless")), true, "2"), listener);
      TableFingerprint whole = fingerprints(CLONE, "shop").get("keyless");
      assertThat(fingerprints(PRIMARY, database).get("keyless")).isEqualTo(whole);
      assertThat(listener.rowsDone.get()).isEqualTo(whole.rows());
    } finally {
      onClone("DROP TABLE shop.keyless");
    }
  }

  @Test
  void rowsComeNoFasterThanTheLimit() throws SQLException {
    Listener listener = new Listener();
    listener.limit = new CopyLimit(1_000, CopyLimit.NO_LIMIT);
    listener.stopAfter = 500;
    long begin = System.nanoTime();
    plane.copy(tables("orders"), listener);
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(240_000_000L);
    assertThat(listener.rowsDone.get()).isEqualTo(500);
  }

  @Test
  void aLimitThatIsLiftedNoLongerHoldsBack() throws SQLException {
    Listener listener = new Listener();
    listener.limit = new CopyLimit(4, CopyLimit.NO_LIMIT); // minutes, if it stayed
    listener.noLimitAfter = 2;
    plane.copy(tables("orders"), listener);
    assertThat(fingerprints(PRIMARY, database).get("orders"))
        .isEqualTo(fingerprints(CLONE, "shop").get("orders"));
  }

  @Test
  void aLoginThatMayNotCreateTheDatabaseFails() {
    plane.grant(PRIMARY, "writer", database, "DMLOnly");
    assertThatThrownBy(() -> plane.copy(tables("orders"), new Listener()))
        .isInstanceOf(DataPlaneException.class)
        .hasMessageStartingWith("DTS-70004")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void passwordsAreNotLogged() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    root.addAppender(seen);
    try {
      plane.createAccount(PRIMARY, "silent", "Silent-Passw0rd");
      plane.deleteAccount(PRIMARY, "silent");
    } finally {
      root.detachAppender(seen);
    }
    assertThat(seen.list)
        .noneMatch(event -> event.getFormattedMessage().contains("Silent-Passw0rd"));
  }

  @Test
  void releasingAnUnknownInstanceIsNoError() throws IOException {
    plane.release("rm-unknown");
    assertThat(plane.databases(PRIMARY)).isNotEmpty();
  }

  private CopySpec whole(String mode) {
    return spec(List.of(wholeShop()), true, mode);
  }

  private CopySpec tables(String... names) {
    return spec(List.of(mapping(false, names)), true, "0");
  }

  private CopySpec.DatabaseMapping wholeShop() {
    return mapping(true);
  }

  private CopySpec.DatabaseMapping mapping(boolean all, String... tables) {
    return new CopySpec.DatabaseMapping(
        "shop",
        database,
        all,
        List.of(tables).stream().map(name -> new CopySpec.TableMapping(name, name)).toList());
  }

  private CopySpec spec(List<CopySpec.DatabaseMapping> databases, boolean data, String mode) {
    return new CopySpec(source(), target(), databases, true, data, mode, CopySpec.Checks.NONE);
  }

  private static CopySpec.Login source() {
    return new CopySpec.Login(CLONE, "reader", PASSWORD);
  }

  private static CopySpec.Login target() {
    return new CopySpec.Login(PRIMARY, "writer", PASSWORD);
  }

  private Map<String, String> failed(CopySpec spec) {
    Map<String, String> failed = new TreeMap<>();
    for (PrecheckItem item : plane.precheck(spec)) {
      if (!item.passed()) {
        failed.put(item.item(), item.detail());
      }
    }
    return failed;
  }

  private Map<String, TableFingerprint> fingerprints(String instanceId, String of)
      throws SQLException {
    Map<String, TableFingerprint> result = new TreeMap<>();
    try (Connection connection = owner(instanceId)) {
      for (String table : Selection.tablesOf(connection, of)) {
        result.put(table, TableFingerprint.read(connection, of, table));
      }
    }
    return result;
  }

  private void onPrimary(String... sql) throws SQLException {
    try (Connection connection = owner(PRIMARY)) {
      Query.run(connection, sql);
    }
  }

  private void onClone(String... sql) throws SQLException {
    try (Connection connection = owner(CLONE)) {
      Query.run(connection, sql);
    }
  }

  private Connection owner(String instanceId) throws SQLException {
    OwnerLogin login = plane.ownerLogin(instanceId);
    return Connections.open(
        login.host(), login.port(), new Credentials(login.user(), login.password()));
  }

  private static final class Listener implements CopyListener {
    final AtomicLong objectsDone = new AtomicLong();
    final AtomicLong objectsTotal = new AtomicLong();
    final AtomicLong rowsDone = new AtomicLong();
    final AtomicLong rowsTotal = new AtomicLong();
    final CopyPosition position = new CopyPosition();
    long stopAfter = Long.MAX_VALUE;
    CopyLimit limit = CopyLimit.NONE;
    long noLimitAfter = Long.MAX_VALUE;

    @Override
    public CopyLimit limit() {
      return rowsDone.get() >= noLimitAfter ? CopyLimit.NONE : limit;
    }

    @Override
    public CopyPosition position() {
      return position;
    }

    @Override
    public void structure(long done, long total) {
      objectsDone.set(done);
      objectsTotal.set(total);
    }

    @Override
    public void rows(long done, long total) {
      rowsDone.set(done);
      rowsTotal.set(total);
    }

    @Override
    public boolean shouldStop() {
      return rowsDone.get() >= stopAfter;
    }
  }
}
