package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestorePointVerdictTest {
  private static final String REMEDY =
      "approve to go on all the same, or changeRestorePoint to an instant at which it was whole";
  private static final ObjectTarget CHOSEN =
      new ObjectTarget("shop", "shop", List.of(new TableSelection("orders", null)));
  private static final ObjectTarget WHOLE = new ObjectTarget("shop", "shop", null);
  private static final TableLook LOST = new TableLook("shop", "orders", true, 10, false, 0, false);
  private static final TableLook SAME = new TableLook("shop", "items", true, 5, true, 5, true);
  private static final TableLook EMPTY = new TableLook("shop", "log", true, 0, false, 0, false);
  private static final TableLook NO_DATABASE =
      new TableLook("shop", null, false, 0, true, 0, false);

  @Test
  void aTableThatIsThereAndDiffersRaisesNoDoubt() {
    assertThat(RestorePointVerdict.of(List.of(LOST), List.of(CHOSEN))).isEmpty();
  }

  @Test
  void oneOfSeveralMayBeUnchangedButNotGone() {
    ObjectTarget both =
        new ObjectTarget(
            "shop",
            "shop",
            List.of(new TableSelection("orders", null), new TableSelection("items", null)));
    TableLook gone = new TableLook("shop", "items", false, 0, true, 5, false);

    assertThat(RestorePointVerdict.of(List.of(LOST, SAME), List.of(both))).isEmpty();
    assertThat(RestorePointVerdict.of(List.of(LOST, gone), List.of(both)))
        .extracting(GateItem::name)
        .containsExactly("shop.items");
    assertThat(RestorePointVerdict.of(List.of(SAME, EMPTY), List.of(both)))
        .extracting(GateItem::name)
        .containsExactly("shop.items", "shop.log");
  }

  static Stream<Arguments> chosenTables() {
    return Stream.of(
        arguments(
            new TableLook("shop", "orders", false, 0, true, 7, false),
            "shop.orders",
            "the table is not in the clone"),
        arguments(
            new TableLook("shop", "orders", true, 0, false, 0, false),
            "shop.orders",
            "the table is empty in the clone"),
        arguments(
            new TableLook("shop", "orders", true, 0, true, 7, false),
            "shop.orders",
            "the table is empty in the clone; the primary has 7 rows"),
        arguments(
            new TableLook("shop", "orders", true, 7, true, 7, true),
            "shop.orders",
            "the table holds the same 7 rows in the clone and on the primary: nothing would be"
                + " brought back"),
        arguments(NO_DATABASE, "shop", "the database is not in the clone"));
  }

  @ParameterizedTest
  @MethodSource("chosenTables")
  void aDoubtIsNamed(TableLook look, String name, String message) {
    assertThat(RestorePointVerdict.of(List.of(look), List.of(CHOSEN)))
        .containsExactly(GateItem.of(name, message, REMEDY));
  }

  @Test
  void aWholeDatabaseMayHoldEmptyAndUnchangedTables() {
    assertThat(RestorePointVerdict.of(List.of(LOST, SAME, EMPTY), List.of(WHOLE))).isEmpty();
    assertThat(
            RestorePointVerdict.of(
                List.of(SAME, new TableLook("shop", "new", false, 0, true, 3, false)),
                List.of(WHOLE)))
        .isEmpty();
  }

  static Stream<Arguments> wholeDatabases() {
    return Stream.of(
        arguments(List.of(NO_DATABASE), "the database is not in the clone"),
        arguments(List.of(), "the database has no tables in the clone"),
        arguments(List.of(EMPTY), "every table of the database is empty in the clone"),
        arguments(
            List.of(SAME),
            "every table of the database holds the same rows in the clone and on the primary:"
                + " nothing would be brought back"));
  }

  @ParameterizedTest
  @MethodSource("wholeDatabases")
  void aWholeDatabaseIsDoubtedAsAWhole(List<TableLook> looks, String message) {
    assertThat(RestorePointVerdict.of(looks, List.of(WHOLE)))
        .containsExactly(GateItem.of("shop", message, REMEDY));
  }

  @Test
  void eachDatabaseIsJudgedByItsOwnTables() {
    ObjectTarget other = new ObjectTarget("crm", "crm", null);

    assertThat(
            RestorePointVerdict.of(
                List.of(LOST, new TableLook("crm", "people", true, 0, true, 4, false)),
                List.of(CHOSEN, other)))
        .extracting(GateItem::name)
        .containsExactly("crm");
  }
}
