package io.rdsrestore.workflows.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableShapesTest {
  private static final TableShapes BEFORE =
      shapes(Map.of("shop.orders", "a", "shop.items", "b"), Map.of("shop_r.orders", "a"), Map.of());

  @Test
  void whatTheCopyMakesIsNoChange() {
    TableShapes now =
        shapes(BEFORE.source(), Map.of("shop_r.orders", "a", "shop_r.items", "whatever"), Map.of());
    assertThat(BEFORE.changesTo(now)).isEmpty();
    assertThat(TableShapes.none().changesTo(now)).isEmpty();
  }

  @Test
  void eachChangeIsNamedWithItsSide() {
    TableShapes now =
        shapes(
            Map.of("shop.orders", "other"),
            Map.of("shop_r.orders", "other"),
            Map.of("shop_r._orders_gho", "of gh-ost, for orders"));
    assertThat(BEFORE.changesTo(now))
        .containsExactly(
            "shop.items in the clone is gone: dropped, or renamed",
            "the columns of shop.orders in the clone have been changed",
            "the columns of shop_r.orders on the primary have been changed",
            "shop_r._orders_gho has appeared on the primary: of gh-ost, for orders");
    assertThat(BEFORE.changesOfClone(now)).hasSize(2);
  }

  @Test
  void whatIsKnownStaysAndWhatIsNewIsLearnt() {
    TableShapes now =
        shapes(
            Map.of("shop.orders", "other"),
            Map.of("shop_r.items", "new"),
            Map.of("shop_r._items_new", "x"));
    TableShapes known = BEFORE.learning(now);
    assertThat(known.source())
        .containsOnly(Map.entry("shop.orders", "a"), Map.entry("shop.items", "b"));
    assertThat(known.primary())
        .containsOnly(Map.entry("shop_r.orders", "a"), Map.entry("shop_r.items", "new"));
    assertThat(known.changesTo(now)).noneMatch(change -> change.contains("_items_new"));
  }

  private static TableShapes shapes(
      Map<String, String> source, Map<String, String> primary, Map<String, String> helpers) {
    return new TableShapes(new TreeMap<>(source), new TreeMap<>(primary), new TreeMap<>(helpers));
  }
}
