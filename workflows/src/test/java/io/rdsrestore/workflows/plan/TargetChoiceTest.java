package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.POINT;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.request;
import static io.rdsrestore.workflows.plan.Facts.server;
import static io.rdsrestore.workflows.plan.Facts.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.plan.Facts.Primary;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetChoiceTest {
  private static final String BESIDE = "shop_restored_202611220815";
  private static final DatabaseSelection ORDERS = DatabaseSelection.tables("shop", "orders");
  private static final DatabaseSelection SHOP = DatabaseSelection.whole("shop");

  private static ChosenTargets decide(String fields, SchemaFacts server, DatabaseSelection chosen) {
    return TargetChoice.decide(request(fields, chosen), POINT, null, primary(), server);
  }

  private static String targetOf(String fields, SchemaFacts server, DatabaseSelection chosen) {
    ChosenTargets targets = decide(fields, server, chosen);
    assertThat(targets.conflicts()).isEmpty();
    return targets.objects().get(0).targetDatabase();
  }

  @Test
  void autoCopiesTablesOfADatabaseThatIsGoneBeside() {
    DatabaseSelection orders = DatabaseSelection.tables("gone", "orders");
    assertThat(targetOf("", server(Map.of()), orders)).isEqualTo(BESIDE.replace("shop", "gone"));
    assertThat(targetOf("", unreachable(), orders)).isEqualTo("gone");
    Schema before = new Schema();
    before.homesAreMade = false;
    assertThat(targetOf("", before.facts(), orders)).as("as a restore began").isEqualTo("gone");
  }

  @Test
  void autoTakesTheOwnNameOfAnEmptyDatabase() {
    assertThat(targetOf("", server(Map.of("shop", List.of())), SHOP)).isEqualTo("shop");
  }

  @Test
  void autoCopiesADatabaseThatIsGoneAsAWholeBeside() {
    String beside = BESIDE.replace("shop", "gone");
    assertThat(targetOf("", server(Map.of()), DatabaseSelection.whole("gone"))).isEqualTo(beside);
    assertThat(
            targetOf("\"target\": \"original\"", server(Map.of()), DatabaseSelection.whole("gone")))
        .isEqualTo("gone");
  }

  @Test
  void autoCopiesTablesOfADatabaseThatIsThereBeside() {
    assertThat(targetOf("", server(Map.of("shop", List.of("items"))), ORDERS)).isEqualTo(BESIDE);
    assertThat(targetOf("", server(Map.of("shop", List.of())), ORDERS)).isEqualTo(BESIDE);
  }

  @Test
  void autoGoesBesideWhereANameIsTakenInAnyCase() {
    assertThat(targetOf("", server(Map.of("shop", List.of("ORDERS"))), ORDERS)).isEqualTo(BESIDE);
    assertThat(targetOf("", server(Map.of("Shop", List.of("items"))), SHOP)).isEqualTo(BESIDE);
  }

  @Test
  void ofAServerThatIsNotReachedOnlyUnlistedDatabasesAreFree() {
    assertThat(targetOf("", unreachable(), ORDERS)).isEqualTo(BESIDE);
    assertThat(targetOf("", unreachable(), DatabaseSelection.whole("gone"))).isEqualTo("gone");
    assertThat(targetOf("\"target\": \"original\"", unreachable(), ORDERS)).isEqualTo("shop");
  }

  @Test
  void anExplicitNameWinsInEveryMode() {
    DatabaseSelection as = new DatabaseSelection("shop", "shop_old", null);

    for (String mode : List.of("original", "sideBySide", "auto")) {
      assertThat(targetOf("\"target\": \"" + mode + "\"", server(Map.of()), as))
          .isEqualTo("shop_old");
    }
  }

  @Test
  void I5_originalWithExistingNamesIsAConflict() {
    List<String> existing = IntStream.range(0, 22).mapToObj(i -> "t" + i).toList();
    ChosenTargets one =
        decide(
            "\"target\": \"original\"", server(Map.of("shop", List.of("orders", "items"))), ORDERS);
    ChosenTargets all = decide("\"target\": \"original\"", server(Map.of("shop", existing)), SHOP);

    assertThat(one.conflicts())
        .containsExactly(
            PlanCheck.blocker(
                    "names.conflict",
                    "on rm-primary01 there is already shop.orders",
                    "move it away, which loses nothing, and retry,"
                        + " or changeObjects with target sideBySide, or start again with onConflict keepExisting,"
                        + " which keeps every row that is there and only adds missing ones")
                .withCommands(
                    List.of(
                        "/* on the primary rm-primary01 */ SET foreign_key_checks = 0; RENAME TABLE `shop`.`orders` TO `shop`.`orders_before`;")));
    assertThat(all.conflicts())
        .singleElement()
        .extracting(PlanCheck::message)
        .asString()
        .contains("shop.t0, shop.t1,")
        .endsWith("shop.t19 and 2 more");
    assertThat(all.conflicts().get(0).commands()).hasSize(20);
  }

  @Test
  void keepExistingAllowsExistingNames() {
    assertThat(
            targetOf(
                "\"target\": \"original\", \"onConflict\": \"keepExisting\"",
                server(Map.of("shop", List.of("orders"))),
                ORDERS))
        .isEqualTo("shop");
  }

  @Test
  void aNameBesideThatExistsIsAConflict() {
    RestoreRequest request = request("\"target\": \"sideBySide\"", SHOP);
    ChosenTargets looked =
        TargetChoice.decide(
            request,
            POINT,
            null,
            Primary.USUAL.databases("shop", BESIDE).facts(),
            server(Map.of(BESIDE, List.of("orders"))));
    ChosenTargets unseen =
        TargetChoice.decide(
            request, POINT, null, Primary.USUAL.databases("shop", BESIDE).facts(), unreachable());

    assertThat(looked.conflicts())
        .singleElement()
        .extracting(PlanCheck::message)
        .isEqualTo("on rm-primary01 there is already " + BESIDE + ".orders");
    assertThat(unseen.conflicts())
        .containsExactly(
            PlanCheck.blocker(
                "names.conflict",
                "database "
                    + BESIDE
                    + " is on rm-primary01 already, and the worker cannot look"
                    + " into it",
                "drop or rename it if nobody needs it and retry, or start again with another name"
                    + " as objects[].as"));
  }

  /** After a reset, or with another restore point, it finds what it has made before. */
  @Test
  void aNameBesideThatTheRestoreItselfHasMadeIsFreeAsLongAsNothingIsSeenInIt() {
    InstanceFacts primary =
        Primary.USUAL
            .databases("shop", BESIDE + "=" + RestoreMark.databaseDescription("abcdefghij"))
            .facts();
    RestoreRequest request = request("\"target\": \"sideBySide\"", SHOP);

    assertThat(
            TargetChoice.decide(request, POINT, "abcdefghij", primary, unreachable()).conflicts())
        .isEmpty();
    assertThat(
            TargetChoice.decide(
                    request,
                    POINT,
                    "abcdefghij",
                    primary,
                    server(Map.of(BESIDE, List.of("orders"))))
                .conflicts())
        .as("what is in it is not asked for away")
        .hasSize(1);
    assertThat(
            TargetChoice.decide(request, POINT, "klmnopqrst", primary, unreachable()).conflicts())
        .as("another restore's")
        .hasSize(1);
  }

  @Test
  void anEmptyDatabaseBesideIsFree() {
    assertThat(targetOf("\"target\": \"sideBySide\"", server(Map.of(BESIDE, List.of())), SHOP))
        .isEqualTo(BESIDE);
  }

  @Test
  void rowsAloneNeedTablesThatExist() {
    String data = "\"migrate\": [\"data\"]";
    SchemaFacts some = server(Map.of("shop", List.of("items")));
    String remedy = "create what is missing and retry, or start again and migrate structure too";

    assertThat(targetOf(data, server(Map.of("shop", List.of("Orders"))), ORDERS)).isEqualTo("shop");
    assertThat(targetOf(data, unreachable(), ORDERS)).isEqualTo("shop");
    assertThat(targetOf(data, some, SHOP)).isEqualTo("shop");
    assertThat(decide(data, some, ORDERS).conflicts())
        .containsExactly(
            PlanCheck.blocker(
                "names.conflict",
                "migrate [\"data\"] fills tables that exist, and on rm-primary01 there is no"
                    + " shop.orders",
                remedy));
    assertThat(decide(data, server(Map.of("shop", List.of())), SHOP).conflicts())
        .containsExactly(
            PlanCheck.blocker(
                "names.conflict",
                "migrate [\"data\"] fills tables that exist, and on rm-primary01 there is no table"
                    + " in database shop",
                remedy));
    assertThat(decide(data, unreachable(), DatabaseSelection.whole("gone")).conflicts())
        .containsExactly(
            PlanCheck.blocker(
                "names.conflict",
                "migrate [\"data\"] fills tables that exist, and database gone is not on"
                    + " rm-primary01",
                "create it with its tables and retry, or start again and migrate structure too"));
  }

  @Test
  void moreThanAThousandTablesThatGoBesideAreRefused() {
    String[] tables = IntStream.range(0, 1001).mapToObj(i -> "t" + i).toArray(String[]::new);

    assertThat(
            decide(
                    "",
                    server(Map.of("shop", List.of("t5"))),
                    DatabaseSelection.tables("shop", tables))
                .conflicts())
        .extracting(PlanCheck::id)
        .containsExactly("names.renamed");
  }

  /** Nobody would have given it rights on a database that is not there yet. */
  @Test
  void anAccountOfTheUsersKeepsOwnNamesWhereTheseAreFree() {
    String app =
        "\"accounts\": {\"mode\": \"existing\", \"userName\": \"app\", \"passwordRef\": \"env:PW\"}";

    assertThat(targetOf(app, server(Map.of("shop", List.of("items"))), ORDERS)).isEqualTo("shop");
    assertThat(targetOf(app, server(Map.of("shop", List.of("orders"))), ORDERS)).isEqualTo(BESIDE);
  }

  @Test
  void soManyTablesKeepTheirNamesWhereTheseAreFree() {
    String[] tables = IntStream.range(0, 1001).mapToObj(i -> "t" + i).toArray(String[]::new);

    assertThat(
            targetOf(
                "",
                server(Map.of("shop", List.of("other"))),
                DatabaseSelection.tables("shop", tables)))
        .isEqualTo("shop");
  }

  @Test
  void theNamesToLookForAreThoseThatMayBeTargets() {
    RestoreRequest request = request("", SHOP, new DatabaseSelection("crm", "crm_old", null));

    assertThat(TargetChoice.namesToLookFor(request, POINT))
        .containsExactly(whole("shop"), whole(BESIDE), whole("crm_old"));
    assertThat(TargetChoice.namesToLookFor(request("\"target\": \"original\"", ORDERS), POINT))
        .containsExactly(new TargetNames("shop", List.of("orders"), false));
  }

  @Test
  void aDatabaseThatTwoSelectionsGoToIsLookedIntoOnce() {
    RestoreRequest request =
        request(
            "\"target\": \"original\"",
            ORDERS,
            new DatabaseSelection("crm", "shop", List.of(new TableSelection("people", null))));

    assertThat(TargetChoice.namesToLookFor(request, POINT))
        .containsExactly(new TargetNames("shop", List.of("orders", "people"), false));
  }

  @Test
  void whatIsNamedAfterTheRestorePointStaysUndecidedWithoutOne() {
    assertThat(
            TargetChoice.decide(
                    request("\"target\": \"sideBySide\"", ORDERS),
                    null,
                    null,
                    primary(),
                    server(Map.of("shop", List.of("orders"))))
                .objects()
                .get(0)
                .isDecided())
        .isFalse();
  }

  private static TargetNames whole(String database) {
    return new TargetNames(database, List.of(), true);
  }
}
