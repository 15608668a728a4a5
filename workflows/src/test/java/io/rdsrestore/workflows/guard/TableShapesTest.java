package io.rdsrestore.workflows.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  @Test
  void ofManyTablesSomeAreKeptAndNoneGoesMissingBecauseOthersCome() {
    TableShapes first =
        shapes(Map.of(), numbered(500, 1_000), Map.of()).boundedBy(TableShapes.none());
    assertThat(first.primary()).hasSize(TableShapes.MOST_TABLES).containsKey("shop.t0500");

    // Those that the copy makes later come before these by name.
    TableShapes all = shapes(Map.of(), numbered(0, 1_000), Map.of());
    assertThat(first.changesTo(all)).isEmpty();
    TableShapes known = first.learning(all.boundedBy(first));
    assertThat(known).isEqualTo(first);

    TableShapes dropped = shapes(Map.of(), numbered(0, 501), Map.of()).boundedBy(known);
    assertThat(dropped.primary().keySet()).containsExactly("shop.t0500");
    assertThat(TableShapes.ofSource(all.primary()).source()).hasSize(TableShapes.MOST_TABLES);
  }

  private static Map<String, String> numbered(int from, int to) {
    return IntStream.range(from, to)
        .boxed()
        .collect(Collectors.toMap(number -> "shop.t%04d".formatted(number), number -> "a"));
  }

  private static TableShapes shapes(
      Map<String, String> source, Map<String, String> primary, Map<String, String> helpers) {
    return new TableShapes(new TreeMap<>(source), new TreeMap<>(primary), new TreeMap<>(helpers));
  }
}
