package io.rdsrestore.worker.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.GateKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a namespace tells of its restores, as gauges. Ages are those of the moment in which they are
 * scraped. All are absent until something was seen.
 */
final class RestoreGauges {
  private final Clock clock;
  private final MeterRegistry registry;
  private final MultiGauge restores;
  private final MultiGauge waiting;
  private final MultiGauge waitingAge;
  private final MultiGauge phaseAge;
  private final MultiGauge cloneAge;
  private final MultiGauge cloneOverdue;
  private volatile Instant seenAt;

  RestoreGauges(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    restores = gauge("rds.restore.restores", "Restores that run, by phase");
    waiting = gauge("rds.restore.waiting", "Restores that wait for a person, by kind of gate");
    waitingAge =
        gauge("rds.restore.waiting.age.seconds", "How long a restore has waited for a person");
    phaseAge = gauge("rds.restore.phase.age.seconds", "How long a restore has been in its phase");
    cloneAge = gauge("rds.restore.clone.age.seconds", "How long a clone has cost money");
    cloneOverdue =
        gauge(
            "rds.restore.clone.overdue.seconds",
            "How long ago a kept clone was to go; negative: how long it stays");
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Shows what was seen just now, and nothing that was seen before. */
  void show(List<ListedRestore> listed, List<CostlyClone> clones) {
    List<ListedRestore> running = listed.stream().filter(ListedRestore::running).toList();
    restores.register(
        counts(
            "phase",
            Arrays.stream(RestorePhase.values())
                .filter(phase -> !phase.isEnd())
                .map(RestorePhase::name),
            running,
            ListedRestore::phase),
        true);
    waiting.register(
        counts(
            "gate",
            Arrays.stream(GateKind.values()).map(GateKind::word),
            running,
            ListedRestore::gate),
        true);
    waitingAge.register(
        running.stream()
            .filter(one -> one.gate() != null)
            .map(
                one ->
                    age(
                        Tags.of("workflow_id", one.workflowId(), "gate", one.gate()),
                        one.atGateSince()))
            .toList(),
        true);
    phaseAge.register(
        running.stream()
            .filter(one -> one.phase() != null)
            .map(
                one ->
                    age(
                        Tags.of("workflow_id", one.workflowId(), "phase", one.phase()),
                        one.inPhaseSince()))
            .toList(),
        true);
    cloneAge.register(
        clones.stream()
            .map(one -> age(Tags.concat(tags(one), "state", one.state().word()), one.since()))
            .toList(),
        true);
    cloneOverdue.register(
        clones.stream()
            .filter(one -> one.keptUntil() != null)
            .map(one -> age(tags(one), one.keptUntil()))
            .toList(),
        true);
    seen();
  }

  private void seen() {
    boolean first = seenAt == null;
    seenAt = clock.instant();
    if (first) {
      Gauge.builder("rds.restore.look.age.seconds", () -> secondsSince(seenAt))
          .description("How long ago the worker last read the list of restores")
          .register(registry);
    }
  }

  /** What was seen is too old to be true. */
  void forget() {
    Stream.of(restores, waiting, waitingAge, phaseAge, cloneAge, cloneOverdue)
        .forEach(gauge -> gauge.register(List.of(), true));
  }

  private static Tags tags(CostlyClone one) {
    return Tags.of("workflow_id", one.workflowId(), "clone_id", one.cloneId());
  }

  private Row<?> age(Tags tags, Instant since) {
    return Row.of(tags, () -> secondsSince(since));
  }

  private double secondsSince(Instant since) {
    return Duration.between(since, clock.instant()).toSeconds();
  }

  /** One row for each of a closed set, also where nothing is counted: a zero is an answer, too. */
  private static List<Row<?>> counts(
      String label,
      Stream<String> values,
      List<ListedRestore> running,
      Function<ListedRestore, String> of) {
    return values
        .<Row<?>>map(
            value ->
                Row.of(
                    Tags.of(label, value),
                    running.stream().filter(one -> value.equals(of.apply(one))).count()))
        .toList();
  }
}
