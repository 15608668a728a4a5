package io.rdsrestore.worker.monitor;

import static io.rdsrestore.worker.monitor.Listed.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreGaugesTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Instant now = START;
  private final RestoreGauges gauges =
      new RestoreGauges(registry, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  @Test
  void nothingIsShownBeforeSomethingWasSeen() {
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void aNamespaceWithoutRestoresSaysSo() {
    gauges.show(List.of(), List.of());
    assertThat(registry.getMeters()).hasSizeGreaterThan(10);
    assertThat(value("rds.restore.restores", "phase", "PLANNING")).isZero();
    assertThat(value("rds.restore.waiting", "gate", "precheck")).isZero();
    assertThat(registry.find("rds.restore.restores").tag("phase", "COMPLETED").gauge()).isNull();
  }

  @Test
  void agesGoOnBetweenTwoLooks() {
    gauges.show(List.of(Listed.restore("PLANNING", "approval", START.minusSeconds(5))), List.of());
    now = now.plusSeconds(30);
    assertThat(value("rds.restore.waiting", "gate", "approval")).isOne();
    assertThat(value("rds.restore.waiting.age.seconds", "gate", "approval")).isEqualTo(35);
    assertThat(value("rds.restore.phase.age.seconds", "phase", "PLANNING")).isEqualTo(35);
    assertThat(registry.get("rds.restore.look.age.seconds").gauge().value()).isEqualTo(30);
  }

  @Test
  void aRestoreOfAnOlderWorkerCountsFromItsStart() {
    gauges.show(List.of(Listed.restore("CLONING", "failure", null)), List.of());
    now = now.plusSeconds(7);
    assertThat(value("rds.restore.waiting.age.seconds", "gate", "failure")).isEqualTo(7);
  }

  @Test
  void whatHasGoneOnIsNotShownWhereItWas() {
    gauges.show(List.of(Listed.restore("PLANNING", "approval", START)), List.of());
    gauges.show(List.of(Listed.restore("CLONING", null, START)), List.of());
    assertThat(registry.find("rds.restore.waiting.age.seconds").gauges()).isEmpty();
    assertThat(registry.find("rds.restore.phase.age.seconds").gauges())
        .singleElement()
        .satisfies(one -> assertThat(one.getId().getTag("phase")).isEqualTo("CLONING"));
    assertThat(value("rds.restore.restores", "phase", "PLANNING")).isZero();
  }

  @Test
  void aKeptCloneSaysHowLongItStays() {
    gauges.show(
        List.of(),
        List.of(
            new CostlyClone(
                "rm-c",
                "cn-hangzhou",
                "restore-keep/k",
                CostlyClone.State.KEPT,
                START,
                START.plusSeconds(60))));
    assertThat(value("rds.restore.clone.overdue.seconds", "clone_id", "rm-c")).isEqualTo(-60);
    now = now.plusSeconds(90);
    assertThat(value("rds.restore.clone.overdue.seconds", "clone_id", "rm-c")).isEqualTo(30);
    assertThat(value("rds.restore.clone.age.seconds", "state", "kept")).isEqualTo(90);
  }

  @Test
  void forgottenIsEverythingButTheAgeOfTheLook() {
    gauges.show(List.of(Listed.restore("PLANNING", "approval", START)), List.of());
    gauges.forget();
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .extracting(Meter.Id::getName)
        .containsExactly("rds.restore.look.age.seconds");
  }

  private double value(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).gauge().value();
  }
}
