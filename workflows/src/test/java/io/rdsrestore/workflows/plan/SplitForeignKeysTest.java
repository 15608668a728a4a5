package io.rdsrestore.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitForeignKeysTest {
  private static final DatabaseSelection CHOSEN =
      DatabaseSelection.tables("shop", "orders", "items");
  private static final ObjectTarget BESIDE =
      new ObjectTarget("shop", "shop_restored", CHOSEN.tables());

  private static TableLook look(String table, boolean onPrimary) {
    return new TableLook("shop", table, true, 1, onPrimary, 0, false);
  }

  private static Optional<PlanCheck> check(
      String fields, ObjectTarget object, boolean orders, boolean items) {
    return SplitForeignKeys.check(
        Facts.request(fields, CHOSEN),
        List.of(object),
        List.of(look("orders", orders), look("items", items)),
        Listed.of(List.of(new ForeignKeyFacts("of_order", "shop.items", "shop.orders"))));
  }

  @Test
  void aLostChildOfAParentThatIsThereStaysBeside() {
    PlanCheck row = check("", BESIDE, true, false).orElseThrow();
    assertThat(row.status()).isEqualTo(CheckStatus.WARNING);
    assertThat(row.message())
        .endsWith(
            "shop.items (of_order) to shop.orders, of which shop.orders has its place taken or goes"
                + " another way");
    assertThat(row.commands())
        .containsExactly(
            "/* in the copy */ ALTER TABLE `shop_restored`.`items` DROP FOREIGN KEY `of_order`;");
  }

  @Test
  void aLostParentOfAChildThatIsThereStaysBeside() {
    assertThat(check("", BESIDE, false, true).orElseThrow().message())
        .contains("of which shop.items has its place taken");
  }

  @Test
  void tablesThatGoTheSameWayAreNotToldOf() {
    assertThat(check("", BESIDE, false, false)).isEmpty();
    assertThat(check("", BESIDE, true, true)).isEmpty();
    assertThat(check("\"moveIn\": \"never\"", BESIDE, true, false)).isEmpty();
  }

  @Test
  void oneOfAnotherObjectGoesAnotherWay() {
    Optional<PlanCheck> row =
        SplitForeignKeys.check(
            Facts.request("", CHOSEN),
            List.of(
                new ObjectTarget(
                    "shop", "shop_restored", List.of(new TableSelection("items", null))),
                new ObjectTarget("crm", "crm", null)),
            List.of(look("items", false)),
            Listed.of(List.of(new ForeignKeyFacts("of_user", "shop.items", "crm.users"))));
    assertThat(row.orElseThrow().message()).contains("crm.users has its place taken or goes");
  }
}
