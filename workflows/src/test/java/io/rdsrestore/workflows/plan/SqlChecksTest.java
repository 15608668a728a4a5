package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.POINT;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.GrantFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.RunningWork.OpenTransaction;
import io.rdsrestore.workflows.activity.RunningWork.RunningStatement;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the plan that SQL answers. */
class SqlChecksTest {
  private static final String BESIDE = "shop_restored_202611220815";
  private static final String ROWS_ONLY = "\"migrate\": [\"data\"]";
  private static final String KEEP = "\"target\": \"original\", \"onConflict\": \"keepExisting\"";
  private static final String EXISTING =
      "\"accounts\": {\"mode\": \"existing\", \"userName\": \"app\", \"passwordRef\": \"env:PW\"}";
  private static final DatabaseSelection ORDERS = DatabaseSelection.tables("shop", "orders");
  private static final DatabaseSelection SHOP = DatabaseSelection.whole("shop");

  /** A primary on which shop.orders is: what is chosen goes beside. */
  private final Schema schema = new Schema().target("shop", "orders");

  private List<PlanCheck> rows(String id, String fields, DatabaseSelection chosen) {
    return rows(id, request(fields, chosen), schema.facts());
  }

  private static List<PlanCheck> rows(String id, RestoreRequest request, SchemaFacts facts) {
    List<PlanCheck> rows =
        SqlChecks.of(request, POINT, null, primary(), facts).stream()
            .filter(check -> check.id().equals(id))
            .toList();
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private PlanCheck row(String id, String fields, DatabaseSelection chosen) {
    List<PlanCheck> rows = rows(id, fields, chosen);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private PlanCheck row(String id) {
    return row(id, "", ORDERS);
  }

  private static void assertRow(PlanCheck row, CheckStatus status, String message, String remedy) {
    assertThat(row.status()).isEqualTo(status);
    assertThat(row.message()).contains(message);
    assertThat(row.remedy()).contains(remedy);
  }

  @ParameterizedTest
  @FieldSource("io.rdsrestore.workflows.plan.SqlCheckIds#ALL")
  void everyRowIsThereAndFineWhereNothingIsSpecial(String id) {
    assertThat(rows(id, "", ORDERS)).allMatch(row -> row.status() == CheckStatus.OK);
  }

  @ParameterizedTest
  @FieldSource("io.rdsrestore.workflows.plan.SqlCheckIds#ALL")
  void ofAServerThatIsNotReachedNothingIsClaimed(String id) {
    String fields =
        switch (id) {
          case SqlCheckIds.TARGET_TRIGGERS -> KEEP;
          case SqlCheckIds.TARGET_ROWS -> ROWS_ONLY;
          default -> "";
        };
    assertThat(rows(id, request(fields, ORDERS), Facts.unreachable()))
        .allMatch(
            row ->
                row.status()
                    == (id.equals(SqlCheckIds.REACHABLE)
                        ? CheckStatus.WARNING
                        : CheckStatus.NOT_CHECKED));
  }

  @Test
  void ofManyTablesItIsSaidThatNotAllAreWatched() {
    schema.chosen(300);
    assertThat(rows(SqlCheckIds.DDL, "", ORDERS))
        .extracting(PlanCheck::status)
        .containsExactly(CheckStatus.OK);
    schema.chosen(301);
    assertRow(
        rows(SqlCheckIds.DDL, "", ORDERS).get(1),
        CheckStatus.WARNING,
        "of the 301 chosen tables only 300 are watched",
        "change no table");
  }

  @Test
  void whereSslIsOffItIsSaidThatNothingIsEncryptedAndWhatToDo() {
    for (Boolean ssl : new Boolean[] {true, null}) {
      assertThat(reachable(ssl).status()).as("SSL %s", ssl).isEqualTo(CheckStatus.OK);
    }
    assertRow(
        reachable(false),
        CheckStatus.WARNING,
        "nothing is encrypted",
        "RDS_RESTORE_DATABASE_TLS=VERIFY_CA");
  }

  private PlanCheck reachable(Boolean ssl) {
    InstanceFacts there =
        Facts.Primary.USUAL.facts(false, new DatabaseAddress("rm.example", 3306, ssl));
    return SqlChecks.of(request("", ORDERS), POINT, null, there, schema.facts()).get(0);
  }

  @Test
  void aTakenNameBlocksAndNoLongerStandsInTheWayOnceItIsFree() {
    RestoreRequest original = request("\"target\": \"original\"", ORDERS);
    RestorePlan plan =
        Planner.plan(Facts.inputs(original, primary(), Facts.recovery()))
            .withChecks(SqlChecks.of(original, POINT, null, primary(), schema.facts()));
    assertThat(plan.blockers()).extracting(PlanCheck::id).containsExactly("names.conflict");

    schema.target("shop");
    assertThat(
            plan.withChecks(SqlChecks.of(original, POINT, null, primary(), schema.facts()))
                .blockers())
        .isEmpty();
  }

  @Test
  void aWholeDatabaseThatIsTakenIsDescribedByItsNumberOfTables() {
    SchemaFacts facts = schema.facts();
    assertThat(rows("names", request(KEEP, SHOP), facts).get(0).message())
        .endsWith("where there is shop.orders");
  }

  @Test
  void whereTablesMoveToIsSaid() {
    RestoreRequest two = request("", DatabaseSelection.tables("shop", "orders", "people"));
    assertThat(rows("names", two, schema.facts()).get(0).message())
        .isEqualTo(
            "database shop goes to database "
                + BESIDE
                + ", where its names are free; shop.people moves into its own place once verified;"
                + " there is shop.orders already, which stays, and what is restored for it stays"
                + " beside");
    RestoreRequest asked = request("\"moveIn\": \"ask\"", ORDERS);
    schema.target("shop");
    assertThat(rows("names", asked, schema.facts()).get(0).message())
        .endsWith("shop.orders moves into its own place when you say so (gate swap)");
  }

  /** What was not brought is still there, in the database that the tables move to. */
  @Test
  void whatTablesThatMoveDoNotBringStaysAsItIs() {
    schema.target("shop");
    schema.definitions.add(
        new ObjectDefinition(ObjectKind.VIEW, "shop", "v", null, "CREATE VIEW `v` AS SELECT 1"));
    assertThat(rows(SqlCheckIds.NOT_BROUGHT, "", ORDERS).get(0).message())
        .endsWith("is not brought; it stays on the primary as it is");
  }

  @Test
  void idsIssuedSinceAreAvoidedByAFloor() {
    schema.target("shop");
    schema.missing.add("shop.orders");
    assertThat(row(SqlCheckIds.AUTO_INCREMENT).message()).contains("autoIncrementFloor");
  }

  @Test
  void whatTheAccountDoesNotSeeIsNotTakenForGone() {
    schema.targets.clear();
    schema.hidden.add("shop");
    schema.rights = new AccountRights(List.of("USAGE"), Map.of(), List.of(), null);

    assertThat(row(SqlCheckIds.TABLES).status()).isEqualTo(CheckStatus.NOT_CHECKED);
    assertThat(rows("names", "", ORDERS).get(0).message()).contains(BESIDE);
  }

  @Test
  void aTableThatIsGoneIsWhatARestoreIsFor() {
    schema.missing.add("shop.orders");

    assertThat(row(SqlCheckIds.TABLES).status()).isEqualTo(CheckStatus.OK);
    assertThat(row(SqlCheckIds.TABLES).message()).contains("not there", "shop.orders");
    assertThat(row(SqlCheckIds.AUTO_INCREMENT).status()).isEqualTo(CheckStatus.NOT_CHECKED);
  }

  @Test
  void aTableWithoutAKeyIsAWarningAndABlockerWhereItsRowsWouldDouble() {
    schema.trait(TableTrait.NO_KEY, "shop", "orders", null);
    schema.keyless.add(new TableFinding("shop", "orders", null));

    assertRow(row(SqlCheckIds.KEYS), CheckStatus.WARNING, "shop.orders", "failed copy");
    assertRow(
        row(SqlCheckIds.KEYS, KEEP, ORDERS), CheckStatus.BLOCKER, "twice: shop.orders", "beside");
    assertThat(row(SqlCheckIds.KEYS, KEEP, DatabaseSelection.tables("shop", "items")).status())
        .isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void floatsAreAWarning() {
    schema.trait(TableTrait.FLOAT, "shop", "orders", "price");
    assertRow(
        row(SqlCheckIds.FLOATS), CheckStatus.WARNING, "shop.orders (price)", "nothing to do now");
  }

  @Test
  void anEngineThatDtsRefusesIsABlocker() {
    schema.trait(TableTrait.REFUSED_ENGINE, "shop", "orders", "FEDERATED");
    assertRow(
        row(SqlCheckIds.ENGINES),
        CheckStatus.BLOCKER,
        "shop.orders (FEDERATED)",
        "choose objects without these tables");
  }

  @Test
  void anEngineWithoutTransactionsIsAWarningOnlyWhereGtidConsistencyIsEnforced() {
    schema.trait(TableTrait.NOT_TRANSACTIONAL, "shop", "orders", "MYISAM");
    assertThat(row(SqlCheckIds.ENGINES).status()).isEqualTo(CheckStatus.OK);
    schema.globals.put("enforce_gtid_consistency", "ON");
    assertThat(row(SqlCheckIds.ENGINES).status()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void aForeignKeyToATableThatIsNotChosenIsABlocker() {
    schema.outgoing.add(new ForeignKeyFacts("fk1", "shop.orders", "shop.users"));

    assertRow(
        row(SqlCheckIds.FOREIGN_KEYS),
        CheckStatus.BLOCKER,
        "shop.orders (fk1) to shop.users",
        "choose shop.users too");
    assertThat(row(SqlCheckIds.FOREIGN_KEYS, ROWS_ONLY, ORDERS).status()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void aForeignKeyOfAnotherTableIsAWarning() {
    schema.incoming.add(new ForeignKeyFacts("fk2", "shop.lines", "shop.orders"));

    assertThat(rows(SqlCheckIds.FOREIGN_KEYS, "", ORDERS))
        .extracting(PlanCheck::status)
        .containsExactly(CheckStatus.OK, CheckStatus.WARNING);
  }

  @Test
  void whatIsNotBroughtBesideComesWithItsSql() {
    schema.definitions.add(
        new ObjectDefinition(ObjectKind.VIEW, "shop", "v", null, "CREATE VIEW `v` AS SELECT 1"));
    schema.definitions.add(
        new ObjectDefinition(
            ObjectKind.TRIGGER,
            "shop",
            "t",
            "orders",
            "CREATE TRIGGER t ON shop.orders BEGIN SET @a = 1; END"));
    schema.definitions.add(new ObjectDefinition(ObjectKind.EVENT, "shop", "e", null, null));

    List<PlanCheck> rows = rows(SqlCheckIds.NOT_BROUGHT, "", ORDERS);
    assertRow(
        rows.get(0),
        CheckStatus.WARNING,
        "view shop.v is not brought to database " + BESIDE,
        "USE `" + BESIDE + "`; CREATE VIEW `v` AS SELECT 1;");
    assertThat(rows.get(1).remedy())
        .contains(
            "with shop in it changed to " + BESIDE,
            "DELIMITER $$\nCREATE TRIGGER t",
            "END$$\nDELIMITER ;");
    assertThat(rows.get(2).remedy()).contains("SHOW CREATE EVENT `shop`.`e`;");
    assertThat(
            rows(SqlCheckIds.NOT_BROUGHT, "", SHOP).stream()
                .filter(row -> row.status() == CheckStatus.WARNING))
        .hasSize(1);
    assertThat(rows(SqlCheckIds.NOT_BROUGHT, KEEP, ORDERS))
        .allMatch(row -> row.status() == CheckStatus.OK);
  }

  /** A clone that has got one from a log has it as {@code DISABLE ON SLAVE}. */
  @ParameterizedTest
  @ValueSource(strings = {"ENABLE", "DISABLE", "DISABLE ON SLAVE", "DISABLE ON REPLICA"})
  void anEventComesSwitchedOff(String status) {
    schema.definitions.add(
        new ObjectDefinition(
            ObjectKind.EVENT,
            "shop",
            "e",
            null,
            "CREATE EVENT `e` ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE %s DO DELETE FROM orders"
                .formatted(status)));

    assertThat(rows(SqlCheckIds.NOT_BROUGHT, "", ORDERS).get(0).remedy())
        .contains(
            "as DISABLE, so that it does not begin at once",
            "ON COMPLETION NOT PRESERVE DISABLE DO DELETE FROM orders;");
  }

  @Test
  void grantsComeAsStatementsForTheNewDatabase() {
    schema.grants.add(new GrantFacts("'app'@'%'", "SELECT (id)", "shop", "orders", true));
    schema.grants.add(new GrantFacts("'etl'@'%'", "SELECT, INSERT", "shop", null, false));

    assertThat(rows(SqlCheckIds.NOT_BROUGHT, "", ORDERS))
        .last()
        .extracting(PlanCheck::remedy)
        .asString()
        .contains(
            "GRANT SELECT (id) ON `%s`.`orders` TO 'app'@'%%' WITH GRANT OPTION;".formatted(BESIDE),
            "GRANT SELECT, INSERT ON `%s`.* TO 'etl'@'%%';".formatted(BESIDE));
  }

  @Test
  void idsThatWouldBeIssuedAgainAreAWarning() {
    schema.trait(TableTrait.AUTO_INCREMENT, "shop", "orders", "1201");

    assertRow(
        row(SqlCheckIds.AUTO_INCREMENT),
        CheckStatus.WARNING,
        "shop.orders (1201)",
        "ALTER TABLE `%s`.`orders` AUTO_INCREMENT = 1201;".formatted(BESIDE));
    assertThat(row(SqlCheckIds.AUTO_INCREMENT, KEEP, ORDERS).status()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void aTriggerThatFiresOnRowsBroughtBackIsABlocker() {
    schema.insertTriggers.add(new TableFinding("shop", "orders", "audit"));

    assertThat(row(SqlCheckIds.TARGET_TRIGGERS).status()).isEqualTo(CheckStatus.OK);
    for (String fields : List.of(KEEP, ROWS_ONLY)) {
      assertRow(
          row(SqlCheckIds.TARGET_TRIGGERS, fields, ORDERS),
          CheckStatus.BLOCKER,
          "shop.orders (audit)",
          "DROP TRIGGER `shop`.`audit`;");
    }
  }

  @Test
  void rowsInTablesThatOnlyRowsGoIntoAreABlocker() {
    schema.filled.add(new TableFinding("shop", "orders", null));

    assertThat(row(SqlCheckIds.TARGET_ROWS).status()).isEqualTo(CheckStatus.OK);
    assertThat(row(SqlCheckIds.TARGET_ROWS, KEEP, ORDERS).status()).isEqualTo(CheckStatus.OK);
    assertRow(
        row(SqlCheckIds.TARGET_ROWS, ROWS_ONLY, ORDERS),
        CheckStatus.BLOCKER,
        "these hold rows: shop.orders",
        "keepExisting");
  }

  @Test
  void ddlIsABlockerWhereDtsWritesAndElseAWarning() {
    schema.ghosts.add(new TableFinding("shop", "_orders_gho", "of gh-ost, for orders"));
    assertRow(
        row(SqlCheckIds.DDL),
        CheckStatus.WARNING,
        "_orders_gho",
        "DROP TABLE `shop`.`_orders_gho`");
    assertThat(row(SqlCheckIds.DDL, KEEP, ORDERS).status()).isEqualTo(CheckStatus.BLOCKER);
    schema.ghosts.clear();
    schema.statements.add(new RunningStatement(7, "shop", "ALTER TABLE", 90));
    assertThat(row(SqlCheckIds.DDL, KEEP, ORDERS).message())
        .contains("ALTER TABLE in shop for 90 s (thread 7)");
  }

  @Test
  void longTransactionsAreAWarning() {
    schema.transactions.add(new OpenTransaction(9, 3600));
    assertRow(row(SqlCheckIds.TRANSACTIONS), CheckStatus.WARNING, "thread 9 for 3600 s", "KILL 9;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANSI_QUOTES", "STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES"})
  void aModeThatChangesHowSqlIsReadIsAWarning(String mode) {
    schema.globals.put("sql_mode", "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION");
    assertThat(row(SqlCheckIds.MODE).status()).isEqualTo(CheckStatus.OK);
    schema.globals.put("sql_mode", mode);
    assertThat(row(SqlCheckIds.MODE).status()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void aCharacterSetThatDtsDoesNotKnowIsAWarningWhereItMakesTheDatabase() {
    schema.charsets.put("shop", "ucs2");
    assertRow(
        row(SqlCheckIds.CHARSET),
        CheckStatus.WARNING,
        "shop (ucs2)",
        "CREATE DATABASE `%s` DEFAULT CHARACTER SET ucs2;".formatted(BESIDE));
    assertThat(row(SqlCheckIds.CHARSET, KEEP, ORDERS).status()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void upperCaseNamesAreAWarningWhereTheServerTurnsThemIntoLowerCase() {
    DatabaseSelection upper = DatabaseSelection.tables("shop", "Orders");
    assertThat(row(SqlCheckIds.NAMES, "", upper).status()).isEqualTo(CheckStatus.OK);
    schema.globals.put("lower_case_table_names", "1");
    assertThat(row(SqlCheckIds.NAMES, "", upper).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(row(SqlCheckIds.NAMES).status()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void rightsThatLackAreABlockerWithTheGrant() {
    schema.rights =
        new AccountRights(List.of(), Map.of("shop", List.of("SELECT")), List.of(), null);
    String fields = KEEP + ", " + EXISTING;

    assertRow(
        row(SqlCheckIds.RIGHTS, fields, ORDERS),
        CheckStatus.BLOCKER,
        "account app lacks INSERT, UPDATE, DELETE, CREATE",
        "aliyun rds GrantAccountPrivilege --DBInstanceId rm-primary01 --AccountName app --DBName shop");
    assertThat(row(SqlCheckIds.RIGHTS, KEEP, ORDERS).status())
        .as("a managed account is granted later")
        .isEqualTo(CheckStatus.WARNING);
    schema.rights =
        new AccountRights(List.of(), Map.of("shop", List.of("SELECT")), List.of("shop"), null);
    assertThat(row(SqlCheckIds.RIGHTS, fields, ORDERS).status())
        .as("rights on each table may do")
        .isEqualTo(CheckStatus.WARNING);
  }
}
