package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.Progress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A bar between the figures that the workflow keeps. */
class LiveProgressTest {
  private static final Instant SINCE = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant NOW = SINCE.plusSeconds(60);

  @Test
  void whatTheCopySaysIsExtrapolatedAtItsRate() {
    assertThat(of(RestorePhase.MIGRATING, null, "DTS job dts1 is Migrating, 25%"))
        .isEqualTo(new Progress("copied", 25, NOW, NOW.plusSeconds(180)));
    assertThat(of(RestorePhase.MIGRATING, null, "DTS job dts1 is Migrating, 0%").eta()).isNull();
  }

  @Test
  void whatTheComparisonSaysToo() {
    assertThat(of(RestorePhase.VERIFYING, null, "compared 5 of about 10 rows (50 %), 1 of 2"))
        .isEqualTo(new Progress("compared", 50, NOW, NOW.plusSeconds(60)));
  }

  @Test
  void anOlderFigureDoesNotTurnItBack() {
    Progress known = new Progress("copied", 40, NOW, null);

    assertThat(of(RestorePhase.MIGRATING, known, "DTS job dts1 is Migrating, 25%")).isSameAs(known);
    assertThat(of(RestorePhase.MIGRATING, known, null)).isSameAs(known);
    assertThat(of(RestorePhase.CLONING, null, "the disk is 90 % full")).isNull();
  }

  private static Progress of(RestorePhase phase, Progress known, String live) {
    return LiveProgress.of(phase, known, live, SINCE, NOW);
  }
}
