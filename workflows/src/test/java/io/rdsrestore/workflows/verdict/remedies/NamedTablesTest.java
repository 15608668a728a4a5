package io.rdsrestore.workflows.verdict.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTablesTest {
  private static final ObjectTarget CHOSEN =
      new ObjectTarget(
          "shop",
          "shop",
          List.of(new TableSelection("Orders", null), new TableSelection("items", "items_old")));
  private static final ObjectTarget WHOLE = new ObjectTarget("stock", "stock_old", null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Objects of the same name exist in the destination: shop.Orders",
        "the table `shop`.`orders` exists",
        "Table shop.Orders already exists.",
        "SHOP.ORDERS, eshop.items_old",
        "DTS-1020042 Execute sql error sql: Table \"orders\" already exists",
        "Table 'shop.Orders' already exists"
      })
  void theTableThatDtsNamesAsItWasChosen(String said) {
    assertThat(NamedTables.in(said, List.of(CHOSEN, WHOLE), RemedyPlace.PRIMARY))
        .containsExactly(new TableName("shop", "Orders"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stock_old.boxes exists", "Execute sql error sql: Table \"boxes\" already exists"})
  void oneOfAWholeDatabase(String said) {
    assertThat(NamedTables.in(said, List.of(WHOLE), RemedyPlace.PRIMARY))
        .containsExactly(new TableName("stock_old", "boxes"));
  }

  @Test
  void aTableWithoutItsDatabaseIsNotGuessedAmongSeveral() {
    assertThat(
            NamedTables.in(
                "Table \"boxes\" already exists", List.of(CHOSEN, WHOLE), RemedyPlace.PRIMARY))
        .containsExactly(new TableName("shop", "Orders"), new TableName("shop", "items_old"));
  }

  @Test
  void inTheCloneItHasItsOldName() {
    assertThat(NamedTables.in("shop.items (FEDERATED)", List.of(CHOSEN), RemedyPlace.CLONE))
        .containsExactly(new TableName("shop", "items"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "disk is full", "shop.other exists", "Table \"other\" is there"})
  void whereItNamesNoneOfThemAllThatWereChosenByName(String said) {
    assertThat(NamedTables.in(said, List.of(CHOSEN, WHOLE), RemedyPlace.PRIMARY))
        .containsExactly(new TableName("shop", "Orders"), new TableName("shop", "items_old"));
  }
}
