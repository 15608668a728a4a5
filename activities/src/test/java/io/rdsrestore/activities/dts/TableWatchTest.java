package io.rdsrestore.activities.dts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableWatchTest {
  private static final TableShapes AS_MADE = shapes("a");
  private static final TableShapes ALTERED = shapes("b");
  private static final WatchTables WATCHED =
      new WatchTables(new DatabaseLogin("rm-clone", null, null), null, List.of(), AS_MADE);

  private Instant now = Instant.parse("2026-11-23T02:00:00Z");
  private int looks;
  private Duration takes = Duration.ZERO;
  private List<TableShapes> shown = List.of(AS_MADE);
  private final TableWatch watch =
      new TableWatch(this::show, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  @Test
  void itIsLookedAtSeldom() {
    assertThat(watch.look(WATCHED, AS_MADE)).isPresent();
    assertThat(watch.look(WATCHED, AS_MADE)).isEmpty();
    now = now.plusSeconds(30);
    assertThat(watch.look(WATCHED, AS_MADE)).isPresent();
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void aSlowCatalogueIsAskedLessOften() {
    takes = Duration.ofSeconds(30);
    assertThat(watch.look(WATCHED, AS_MADE)).isPresent();
    now = now.plus(Duration.ofMinutes(9));
    assertThat(watch.look(WATCHED, AS_MADE)).isEmpty();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(watch.look(WATCHED, AS_MADE)).isPresent();
  }

  @Test
  void aChangeCountsOnceItIsSeenTwice() {
    shown = List.of(ALTERED, AS_MADE);
    assertThat(watch.lookNow(WATCHED, AS_MADE).orElseThrow().changes()).isEmpty();
    looks = 0;
    shown = List.of(ALTERED);
    assertThat(watch.lookNow(WATCHED, AS_MADE).orElseThrow().changes()).hasSize(1);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void whereNothingIsWatchedNobodyLooks() {
    assertThat(watch.look(null, AS_MADE)).isEmpty();
    assertThat(watch.lookNow(null, AS_MADE)).isEmpty();
    assertThat(looks).isZero();
  }

  @Test
  void aNoteCarriesWhatWasSeen() {
    assertThat(MigrationNote.shapesIn(new MigrationNote("42%", AS_MADE).text())).isEqualTo(AS_MADE);
    assertThat(MigrationNote.shapesIn("42%")).isEqualTo(TableShapes.none());
    assertThat(MigrationNote.shapesIn("42")).isEqualTo(TableShapes.none());
  }

  private Optional<TableShapes> show(WatchTables watched) {
    assertThat(watched).isSameAs(WATCHED);
    now = now.plus(takes);
    return Optional.of(shown.get(Math.min(looks++, shown.size() - 1)));
  }

  private static TableShapes shapes(String shape) {
    return new TableShapes(
        new TreeMap<>(Map.of("shop.orders", shape)), new TreeMap<>(), new TreeMap<>());
  }
}
