package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small verdicts that the report is made of. */
class ReportPartsTest {
  private static final TableSelection ORDERS = new TableSelection("orders", null);
  private static final TableSelection RENAMED = new TableSelection("items", "items_old");
  private static final ObjectTarget IN_PLACE = new ObjectTarget("shop", "shop", List.of(ORDERS));
  private static final ObjectTarget BESIDE = new ObjectTarget("shop", "shop_x", List.of(ORDERS));
  private static final String ID = "abcdefgh23";
  private static final ObjectTarget WHOLE_BESIDE = new ObjectTarget("crm", "crm_x", null);

  private static TableComparison compared(
      String source, ComparisonVerdict verdict, long sourceRows, long targetRows) {
    return new TableComparison(source, source, verdict, sourceRows, targetRows, "a", "b", null);
  }

  @Test
  void whatIsBesideHasSqlThatPutsItBack() {
    assertThat(PutBackSql.of(List.of(BESIDE), List.of(), ID, Engine.MYSQL, List.of()))
        .containsExactly(
            "INSERT IGNORE INTO `shop`.`orders` SELECT * FROM `shop_x`.`orders`; -- adds rows whose"
                + " key is missing, needs a primary or unique key and the same columns; not where a view has the name",
            "-- or swap the tables (triggers and foreign keys go with the one that is moved away):"
                + " RENAME TABLE `shop`.`orders` TO"
                + " `shop`.`orders_before_abcdefgh23`, `shop_x`.`orders` TO `shop`.`orders`; --"
                + " or, where the first is gone: RENAME TABLE `shop_x`.`orders` TO"
                + " `shop`.`orders`;");
  }

  @Test
  void theTablesOfAWholeDatabaseAreThoseCompared() {
    assertThat(
            PutBackSql.of(
                List.of(WHOLE_BESIDE),
                List.of(
                    compared("crm.people", ComparisonVerdict.EQUAL, 1, 1),
                    compared("crmx.other", ComparisonVerdict.EQUAL, 1, 1)),
                ID,
                Engine.MYSQL,
                List.of()))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("INSERT IGNORE INTO `crm`.`people` SELECT * FROM `crm_x`.`people`;");
  }

  @Test
  void whatIsInPlaceNeedsNoSql() {
    assertThat(PutBackSql.of(List.of(IN_PLACE), List.of(), ID, Engine.MYSQL, List.of())).isEmpty();
    assertThat(
            PutBackSql.of(
                List.of(new ObjectTarget("shop", "shop", List.of(ORDERS, RENAMED))),
                List.of(),
                ID,
                Engine.MYSQL,
                List.of()))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("INSERT IGNORE INTO `shop`.`items` SELECT * FROM `shop`.`items_old`;");
  }

  @Test
  void namesAreQuotedAndKeptOnOneLine() {
    TableSelection evil = new TableSelection("a`b\nDROP TABLE x; --", null);

    assertThat(
            PutBackSql.of(
                List.of(new ObjectTarget("shop", "x", List.of(evil))),
                List.of(),
                ID,
                Engine.MYSQL,
                List.of()))
        .allMatch(line -> line.lines().count() == 1)
        .allMatch(line -> line.contains("`a``b DROP TABLE x; --`"));
  }

  @Test
  void theNameThatATableIsMovedAwayToIsNotTooLong() {
    TableSelection table = new TableSelection("t".repeat(64), null);

    assertThat(
            PutBackSql.of(
                List.of(new ObjectTarget("shop", "x", List.of(table))),
                List.of(),
                ID,
                Engine.MYSQL,
                List.of()))
        .last()
        .asString()
        .contains("TO `shop`.`" + "t".repeat(46) + "_before_abcdefgh23`");
  }

  @Test
  void whatDtsDoesNotBringIsListed() {
    assertThat(
            NotRestored.of(List.of(IN_PLACE, WHOLE_BESIDE), Listed.none(), List.of(), Engine.MYSQL))
        .containsExactly(
            "chosen tables of shop: triggers, views, routines, events, and foreign keys of other"
                + " tables that refer to them (DTS brings only tables when tables are chosen)",
            "database crm: events (DTS leaves them out by default)",
            "accounts and their grants: those of the primary stay as they are");
  }

  @Test
  void aDatabaseOfWhichSomeTablesAreBesideIsListedOnce() {
    assertThat(NotRestored.of(List.of(IN_PLACE, BESIDE), Listed.none(), List.of(), Engine.MYSQL))
        .hasSize(2);
  }

  @Test
  void whatDtsDoesNotBringIsListedWithItsSqlWhereItIsKnown() {
    ObjectDefinition view =
        new ObjectDefinition(ObjectKind.VIEW, "shop", "v", null, "CREATE VIEW `v` AS SELECT 1");
    ObjectDefinition event = new ObjectDefinition(ObjectKind.EVENT, "crm", "e", null, null);
    ObjectDefinition brought = new ObjectDefinition(ObjectKind.VIEW, "crm", "v", null, "x");

    assertThat(
            NotRestored.of(
                List.of(IN_PLACE, WHOLE_BESIDE),
                new Listed<>(List.of(view, event, brought), 10, null),
                List.of(),
                Engine.MYSQL))
        .contains(
            "view shop.v: CREATE VIEW `v` AS SELECT 1;",
            "event crm.e",
            "7 more views, triggers, routines and events of the chosen databases")
        .noneMatch(line -> line.startsWith("view crm.v"));
  }

  @Test
  void whatThePrimaryHasNoMoreIsCalledLostWhereAllOfItWasSeen() {
    ObjectDefinition there = new ObjectDefinition(ObjectKind.VIEW, "shop", "v", null, "x");
    ObjectDefinition gone = new ObjectDefinition(ObjectKind.TRIGGER, "shop", "t", "orders", "y");
    Listed<ObjectDefinition> clone = Listed.of(List.of(there, gone));

    assertThat(NotRestored.lost(Listed.of(List.of(there)), clone, database -> false))
        .containsExactly(gone);
    assertThat(NotRestored.lost(new Listed<>(List.of(there), 2, null), clone, database -> false))
        .isEmpty();
    assertThat(NotRestored.lost(Listed.notChecked("no right"), clone, database -> false)).isEmpty();
    // Nobody has a right to a database that is not there.
    assertThat(NotRestored.lost(Listed.notChecked("no right"), clone, "shop"::equals))
        .contains(gone);
    assertThat(NotRestored.lost(Listed.none(), null, database -> false)).isEmpty();
    assertThat(NotRestored.of(List.of(IN_PLACE), Listed.none(), List.of(gone), Engine.MYSQL))
        .contains("lost on the primary: trigger shop.t on table orders: y;");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00:00Z,1,1.25",
    "2026-11-23T10:00:01Z,1,1.25",
    "2026-11-23T11:00:00Z,1,1.25",
    "2026-11-23T11:00:00.001Z,2,2.50",
    "2026-11-24T10:00:00Z,24,30.00"
  })
  void everyHourBegunIsPaid(Instant to, long hours, BigDecimal amount) {
    assertThat(
            RunningCost.of(
                new Price(new BigDecimal("1.25"), "CNY"),
                List.of(
                    new CloneStatus(
                        "rm-c", "Running", Instant.parse("2026-11-23T10:00:00Z"), null)),
                to))
        .isEqualTo(
            new Cost(
                amount,
                "CNY",
                "clone: %s begun at 1.25 CNY; DTS: structure and full migration are free"
                    .formatted(hours == 1 ? "1 hour" : hours + " hours")));
  }

  @Test
  void whatHasAFreePlaceIsMovedThere() {
    ObjectTarget beside = new ObjectTarget("shop", "x", List.of(ORDERS));
    assertThat(
            PutBackSql.of(
                List.of(beside),
                List.of(),
                ID,
                Engine.MYSQL,
                List.of(new QualifiedName("shop", "orders"))))
        .containsExactly(
            "RENAME TABLE `x`.`orders` TO `shop`.`orders`; -- its place was free; foreign keys of"
                + " other tables beside follow it");
  }

  @Test
  void theOutcomeSaysWhereTheDataIs() {
    ObjectTarget mixed = new ObjectTarget("shop", "shop", List.of(ORDERS, RENAMED));
    ObjectTarget renamed = new ObjectTarget("shop", "shop", List.of(RENAMED));
    ObjectTarget whole = new ObjectTarget("crm", "crm", null);

    assertThat(OutcomeChoice.of(List.of(IN_PLACE), false, null, false)).isEqualTo(Outcome.NOTHING);
    assertThat(OutcomeChoice.of(List.of(IN_PLACE, whole), true, null, false))
        .isEqualTo(Outcome.IN_PLACE);
    assertThat(OutcomeChoice.of(List.of(BESIDE, WHOLE_BESIDE, renamed), true, null, false))
        .isEqualTo(Outcome.BESIDE);
    assertThat(OutcomeChoice.of(List.of(IN_PLACE, WHOLE_BESIDE), true, null, false))
        .isEqualTo(Outcome.PARTLY);
    assertThat(OutcomeChoice.of(List.of(mixed), true, null, false)).isEqualTo(Outcome.PARTLY);
  }

  @Test
  void whatIsNotInPlaceIsNamed() {
    ObjectTarget mixed = new ObjectTarget("shop", "shop", List.of(ORDERS, RENAMED));

    assertThat(OutcomeWords.of(Outcome.PARTLY, List.of(mixed), null))
        .isEqualTo(
            "The restored data is in place, but beside the original stands shop." + RENAMED.name());
    assertThat(OutcomeWords.of(Outcome.PARTLY, List.of(IN_PLACE, BESIDE, WHOLE_BESIDE), null))
        .startsWith("The restored data is in place, but beside the original stand ")
        .contains("database " + WHOLE_BESIDE.database());
  }

  @Test
  void missingRowsMakeItPartlyAndOtherDifferencesDoNot() {
    assertThat(outcomeWith(compared("shop.orders", ComparisonVerdict.DIFFERENT, 5, 4)))
        .isEqualTo(Outcome.PARTLY);
    assertThat(outcomeWith(compared("shop.orders", ComparisonVerdict.DIFFERENT, 5, 6)))
        .isEqualTo(Outcome.IN_PLACE);
    assertThat(outcomeWith(compared("shop.orders", ComparisonVerdict.NOT_COMPARED, 5, 0)))
        .isEqualTo(Outcome.IN_PLACE);
  }

  private static Outcome outcomeWith(TableComparison comparison) {
    return OutcomeChoice.of(
        List.of(IN_PLACE),
        true,
        new VerificationSummary(VerificationSummary.ACCEPTED, "", List.of(comparison), null),
        false);
  }
}
