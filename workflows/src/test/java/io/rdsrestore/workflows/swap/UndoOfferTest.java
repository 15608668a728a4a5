package io.rdsrestore.workflows.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.merge.MergePlan;
import io.rdsrestore.workflows.merge.MergeTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an undo after the end needs. */
class UndoOfferTest {
  private static final Instant UNTIL = Instant.parse("2026-11-26T00:00:00Z");
  private static final SwapTable TABLE =
      new SwapTable(
          new QualifiedName("shop_back", "orders"),
          new QualifiedName("shop", "orders"),
          new QualifiedName("shop", "orders_before_abcdefgh23"));

  @Test
  void anAccountIsLetIntoAllDatabasesOfASwap() {
    assertThat(new UndoOffer(UNTIL, List.of(TABLE), null).databases())
        .containsExactlyInAnyOrder("shop", "shop_back");
  }

  @Test
  void andOfAMergeAlsoWhereTheRowsCameFrom() {
    MergeLook look = new MergeLook(MergeTable.of(TABLE, "abcdefgh23", 1), 1, 0, 0, List.of(), null);
    MergePlan merge = new MergePlan(MergeMode.MISSING, null, List.of(look));

    assertThat(new UndoOffer(UNTIL, List.of(), merge).databases())
        .containsExactlyInAnyOrder("shop", "shop_back");
  }
}
