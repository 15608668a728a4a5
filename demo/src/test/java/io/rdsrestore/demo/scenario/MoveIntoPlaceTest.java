package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables are copied beside and move to free places of their own, once they are verified. */
class MoveIntoPlaceTest {
  private static final Map<String, Object> TWO =
      Map.of("database", "shop", "tables", List.of("orders", "items"));

  private static List<String> ofShop(Rehearsal rehearsal) {
    return rehearsal.memory().tablesAt(Rehearsal.PRIMARY, rehearsal.now()).get("shop");
  }

  @Test
  void aLostTableIsNotSeenBeforeItIsVerified() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .hook()
          .once("CompareTables", () -> assertThat(ofShop(rehearsal)).doesNotContain("orders"));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      RestoreReport report = rehearsal.completed();

      assertThat(ofShop(rehearsal)).contains("orders");
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.objects())
          .containsExactly(
              new ObjectTarget("shop", "shop", List.of(new TableSelection("orders", null))));
      assertThat(report.putBackSql()).isEmpty();
      assertThat(report.notes())
          .anyMatch(note -> note.startsWith("Table shop.orders was copied as shop_restored_"))
          .anyMatch(note -> note.contains("DROP DATABASE `shop_restored_"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence("CompareTables", "EnsureMovedIn", "RemoveAccount")
          .doesNotContain("EnsureBackup");
    }
  }

  @Test
  void I5_whatHasItsPlaceStaysAndTheRestoredOneStaysBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "objects", List.of(TWO)));
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.PARTLY);
      assertThat(report.notes())
          .anyMatch(
              note ->
                  note.startsWith("shop.items stays beside as shop_restored_")
                      && note.endsWith(": there is shop.items already"));
      assertThat(report.putBackSql()).allMatch(sql -> sql.contains("items"));
    }
  }

  /** The child is lost, and with it the key; its parent is there. */
  @Test
  void thePlanTellsOfALostTableWhoseParentStaysBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .tables()
          .linksInClone
          .add(new ForeignKeyFacts("of_item", "shop.orders", "shop.items"));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "objects", List.of(TWO)));
      rehearsal.completed();
      assertThat(rehearsal.status().plan().checks())
          .filteredOn(row -> row.id().equals("sql.splitForeignKeys"))
          .singleElement()
          .matches(
              row ->
                  row.message()
                      .endsWith(
                          "shop.orders (of_item) to shop.items, of which shop.items has its place"
                              + " taken or goes another way"))
          .matches(
              row ->
                  row.commands()
                      .get(0)
                      .matches(".*`shop_restored_\\d+`[.]`orders` DROP FOREIGN KEY `of_item`;"));
    }
  }

  @Test
  void thePlanTellsNothingOfTablesThatMoveTogether() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .tables()
          .linksInClone
          .add(new ForeignKeyFacts("of_item", "shop.orders", "shop.items"));
      rehearsal.start(tablesOfWhatIsLost(rehearsal));
      rehearsal.completed();
      assertThat(rehearsal.status().plan().checks())
          .noneMatch(row -> row.id().equals("sql.splitForeignKeys"));
    }
  }

  @Test
  void whatStaysBesideIsAskedAboutAfterwards() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(
          with(
              with(unattended(request(rehearsal.lose("orders"))), "objects", List.of(TWO)),
              "afterwards",
              "ask"));
      Gate gate = rehearsal.gate("swap-1");
      assertThat(gate.items()).extracting(GateItem::name).containsExactly("shop.items");
      assertThat(ofShop(rehearsal)).contains("orders");
      rehearsal.execute(gate, "swap");
      rehearsal.answer("leave", "swap-2");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  @Test
  void aPersonWhoWantsToBeAskedIsAsked() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MOVE_IN.prepare(rehearsal, rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("swap-1");
      assertThat(gate.reason())
          .isEqualTo("1 restored table stands beside, and nothing has its place");
      assertThat(Rehearsal.offered(gate))
          .containsExactly(Action.SWAP, Action.LEAVE, Action.RETRY, Action.ABORT);
      assertThat(rehearsal.status().phase()).isEqualTo(RestorePhase.SWAPPING);
      rehearsal.answer("retry", "swap-1");
      assertThat(ofShop(rehearsal)).doesNotContain("orders");
      rehearsal.execute(rehearsal.gate("swap-2"), "swap");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  @Test
  void I5_nobodyDecidingLeavesThemBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MOVE_IN.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.putBackSql()).isNotEmpty();
      rehearsal.assertNothingLeft();
    }
  }

  @Test
  void neverMeansNever() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "moveIn", "never"));
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureMovedIn", "ReadSwap");
    }
  }

  @Test
  void whatIsAcceptedWithDifferencesIsAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.DIFFERENCE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.answer("approve", "difference-1");
      rehearsal.answer("leave", "swap-1");
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureMovedIn");
    }
  }

  @Test
  void aMoveThatFailsIsAskedAboutAndMayBeLeft() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().answersLost.set(6);
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason()).startsWith("Could not move the restored tables into their places");
      rehearsal.answer("retry", "failure-1");
      rehearsal.answer("approve", "failure-2");
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  @Test
  void abortAfterAMoveWithoutAnswerTellsThatTheyAreInPlace() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().answersLost.set(3);
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      rehearsal.signal("abort", Map.of("actor", "ben"));
      RestoreReport report = rehearsal.aborted();
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.notes()).anyMatch(note -> note.startsWith("Table shop.orders was copied"));
    }
  }

  @Test
  void whereNobodyReachesThePrimaryTheyStayBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().unreachableBecause = "the whitelist does not let it in";
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "verify", "none"));
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.putBackSql()).isNotEmpty();
    }
  }

  /** Somebody makes the table anew while the restored one is compared. */
  @Test
  void I5_whatComesMeanwhileHasItsPlace() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .hook()
          .once(
              "EnsureMovedIn",
              () -> rehearsal.memory().createTable(Rehearsal.PRIMARY, "shop", "orders"));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.notes()).anyMatch(note -> note.endsWith("there is shop.orders already"));
    }
  }

  private static Map<String, Object> whole(Rehearsal rehearsal) {
    return with(
        unattended(request(rehearsal.loseDatabase())),
        "objects",
        List.of(Map.of("database", "shop")));
  }

  @Test
  void aLostDatabaseIsNotSeenBeforeItIsVerifiedAndMovesAsAWhole() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.hook().once("CompareTables", () -> assertThat(ofShop(rehearsal)).isNull());
      rehearsal.start(whole(rehearsal));
      RestoreReport report = rehearsal.completed();

      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(ofShop(rehearsal)).contains("orders", "items");
      assertThat(report.objects()).containsExactly(new ObjectTarget("shop", "shop", null));
      assertThat(report.verification().tables())
          .allMatch(table -> table.target().startsWith("shop."));
      assertThat(report.putBackSql()).isEmpty();
      assertThat(report.notes())
          .anyMatch(note -> note.startsWith("Database shop was copied as shop_restored_"))
          .anyMatch(note -> note.contains("DROP DATABASE `shop_restored_"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence(
              "CompareTables",
              "EnsureDatabase",
              "EnsureAccount",
              "EnsureDatabaseMovedIn",
              "RemoveAccount")
          .doesNotContain("EnsureMovedIn");
      rehearsal.assertNothingLeft();
    }
  }

  private static Map<String, Object> tablesOfWhatIsLost(Rehearsal rehearsal) {
    return with(unattended(request(rehearsal.loseDatabase())), "objects", List.of(TWO));
  }

  @Test
  void tablesOfALostDatabaseAreNotSeenBeforeTheyAreVerified() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.hook().once("CompareTables", () -> assertThat(ofShop(rehearsal)).isNull());
      rehearsal.start(tablesOfWhatIsLost(rehearsal));
      RestoreReport report = rehearsal.completed();

      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(ofShop(rehearsal)).containsExactlyInAnyOrder("orders", "items");
      assertThat(rehearsal.tables().madeHomes)
          .containsExactly(Map.entry("shop", "latin1_german1_ci"));
      assertThat(rehearsal.status().plan().checks())
          .anyMatch(
              row ->
                  row.message()
                      .contains(
                          "; from there shop.orders, shop.items move into database shop, which is"
                              + " made anew for that, once verified"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence(
              "CompareTables", "EnsureDatabase", "EnsureAccount", "EnsureMovedIn", "RemoveAccount");
      assertNoCommandDropsShop(report);
      rehearsal.assertNothingLeft();
    }
  }

  @Test
  void tablesOfALostDatabaseThatCannotMoveStayBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().inTheWay.add("its trigger t could not be made again");
      rehearsal.start(tablesOfWhatIsLost(rehearsal));
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.notes())
          .anyMatch(note -> note.startsWith("Database shop was made for the move, and nothing"));
      assertNoCommandDropsShop(report);
    }
  }

  @Test
  void aLostDatabaseThatCannotMoveIsAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().inTheWay.add("trigger t runs as root@localhost");
      rehearsal.start(whole(rehearsal));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason())
          .isEqualTo(
              "Could not move database shop to its own name: trigger t runs as root@localhost");
      rehearsal.answer("retry", "failure-1");
      rehearsal.answer("approve", "failure-2");
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.notes()).anyMatch(note -> note.contains("SHOW TABLES FROM `shop`;"));
      assertNoCommandDropsShop(report);
    }
  }

  private static final String AUDIT_SQL =
      "CREATE DEFINER=`app`@`%` TRIGGER audit AFTER INSERT ON orders FOR EACH ROW SET @a = 1";

  /** Of another account, which no account of RDS may make again. */
  private static void giveATrigger(Rehearsal rehearsal) {
    rehearsal
        .tables()
        .definitionsInClone
        .add(new ObjectDefinition(ObjectKind.TRIGGER, "shop", "audit", "orders", AUDIT_SQL));
    rehearsal.tables().inTheWay.add("its trigger audit runs as app@%");
  }

  @Test
  void aTriggerOfAnotherAccountIsToldBeforehandAndAtTheGateAndInTheReport() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      giveATrigger(rehearsal);
      rehearsal.start(whole(rehearsal));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(rehearsal.status().plan().checks())
          .anyMatch(
              row ->
                  row.id().equals("sql.homeTriggers")
                      && row.message()
                          .endsWith("trigger shop.audit on table orders (runs as app@%)"));
      assertThat(gate.commands())
          .anyMatch(
              command ->
                  command.equals(
                      "./rds-restore retry rm-primary01 --gate failure-1 --user app --password-ref env:PASSWORD"))
          .anyMatch(
              command ->
                  command.equals(
                      "./rds-restore change-objects rm-primary01 --gate failure-1 --target original"));
      rehearsal.tables().inTheWay.clear();
      rehearsal.tables().takenOff.add("audit");
      rehearsal.answer("retry", "failure-1");
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.notes())
          .contains(
              "trigger shop.audit on table orders, which runs as app@%, is not there any more: the"
                  + " copy had it no more when it moved. Its SQL: USE `shop`; "
                  + AUDIT_SQL
                  + ";");
    }
  }

  @Test
  void aTriggerThatStaysBesideWithItsDatabaseIsToldWithItsSql() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      giveATrigger(rehearsal);
      rehearsal.start(whole(rehearsal));
      rehearsal.answer("approve", "failure-1");
      assertThat(rehearsal.completed().notes())
          .anyMatch(
              note ->
                  note.startsWith(
                          "trigger shop.audit on table orders, which runs as app@%, is in shop_restored_")
                      && note.endsWith("with its table. Its SQL: USE `shop`; " + AUDIT_SQL + ";"));
    }
  }

  @Test
  void aTriggerThatCameAlongIsNotToldOf() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      giveATrigger(rehearsal);
      rehearsal.tables().inTheWay.clear();
      rehearsal.start(whole(rehearsal));
      assertThat(rehearsal.completed().notes()).noneMatch(note -> note.contains("audit"));
    }
  }

  @Test
  void aDatabaseThatIsCopiedAnewInsteadOfMovedIsNotToBeDropped() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().inTheWay.add("trigger t runs as root@localhost");
      rehearsal.start(whole(rehearsal));
      rehearsal.gate("failure-1");
      rehearsal.decide(with(decision("changeObjects", "failure-1"), "target", "original"));
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertNoCommandDropsShop(report);
      assertThat(report.notes())
          .as("the copy of the plan before")
          .anyMatch(note -> note.contains("DROP DATABASE `shop_restored_"));
    }
  }

  private static void assertNoCommandDropsShop(RestoreReport report) {
    assertThat(report.notes()).noneMatch(note -> note.contains("DROP DATABASE `shop`"));
  }

  @Test
  void aLostDatabaseMovesWhenAPersonSaysSo() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(with(whole(rehearsal), "moveIn", "ask"));
      Gate gate = rehearsal.gate("swap-1");
      assertThat(gate.items()).extracting(GateItem::name).containsExactly("shop");
      assertThat(ofShop(rehearsal)).isNull();
      rehearsal.execute(gate, "swap");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  @Test
  void abortAfterAMoveOfADatabaseWithoutAnswerTellsThatItIsInPlace() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().answersLost.set(3);
      rehearsal.start(whole(rehearsal));
      rehearsal.gate("failure-1");
      rehearsal.signal("abort", Map.of("actor", "ben"));
      assertThat(rehearsal.aborted().outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  /** What fires it would fail once the account has gone. */
  @Test
  void whatRunsAsTheTemporaryAccountIsNamed() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "moveIn", "never"));
      rehearsal
          .tables()
          .noTables
          .add(
              new TableComparison(
                  "shop.t",
                  "shop.t",
                  ComparisonVerdict.DIFFERENT,
                  0,
                  0,
                  null,
                  null,
                  null,
                  ComparedKind.TRIGGER,
                  null,
                  List.of(
                      new Difference(
                          "definer",
                          "ghost@%",
                          RestoreMark.accountName(rehearsal.status().restoreId()) + "@%"))));
      rehearsal.answer("approve", "difference-1");
      assertThat(rehearsal.completed().notes())
          .anyMatch(
              note ->
                  note.startsWith("trigger shop.t runs as the temporary account of this restore"));
    }
  }

  /** It has gone with its table, so that only the clone tells what it was. */
  @Test
  void aLostTriggerIsToldWithItsSql() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .tables()
          .definitionsInClone
          .add(
              new ObjectDefinition(
                  ObjectKind.TRIGGER, "shop", "audit", "orders", "CREATE TRIGGER audit ..."));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      assertThat(rehearsal.completed().notRestored())
          .contains(
              "lost on the primary: trigger shop.audit on table orders: CREATE TRIGGER audit ...;");
    }
  }
}
