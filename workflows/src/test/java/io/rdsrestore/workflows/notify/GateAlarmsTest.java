package io.rdsrestore.workflows.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.verdict.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GateAlarmsTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T02:00:00Z");
  private static final Duration REMINDER = Duration.ofHours(4);
  private static final NotifyFacts FACTS =
      new NotifyFacts(List.of(Severity.WAITING), Duration.ofMinutes(30), Duration.ofHours(2));

  private static Gate gate(Duration life) {
    return new Gate(
        "precheck-1",
        GateKind.PRECHECK,
        SINCE,
        SINCE.plus(life),
        "why",
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  /** All that a gate says until its deadline. */
  private static List<String> said(Gate gate, NotifyFacts facts) {
    List<String> said = new ArrayList<>();
    List<NoticeKind> told = new ArrayList<>(List.of(NoticeKind.GATE));
    Instant now = SINCE;
    while (true) {
      Alarm alarm = GateAlarms.next(gate, REMINDER, facts, told, now);
      now = alarm.at();
      said.add(
          "%s %s%s"
              .formatted(
                  Duration.between(SINCE, now),
                  alarm.ends() ? "END" : alarm.says(),
                  alarm.reminds() ? " reminder" : ""));
      if (alarm.ends()) {
        return said;
      }
      told.addAll(alarm.says());
    }
  }

  @Test
  void itEscalatesRemindsAndWarns() {
    assertThat(said(gate(Duration.ofDays(1)), FACTS))
        .containsExactly(
            "PT30M [ESCALATION]",
            "PT4H [REMINDER] reminder",
            "PT12H [REMINDER] reminder",
            "PT22H [DEADLINE]",
            "PT24H END");
  }

  @Test
  void ofAShortGateTheWarningIsInItsLastQuarter() {
    assertThat(said(gate(Duration.ofMinutes(20)), FACTS))
        .containsExactly("PT15M [DEADLINE]", "PT20M END");
  }

  @Test
  void whatComesTogetherIsSaidOnceTheWorstFirst() {
    NotifyFacts together =
        new NotifyFacts(List.of(Severity.WAITING), Duration.ofHours(4), Duration.ofHours(2));
    assertThat(said(gate(Duration.ofHours(6)), together))
        .containsExactly("PT4H [ESCALATION] reminder", "PT4H30M [DEADLINE]", "PT6H END");
  }

  @Test
  void aWarningMakesALateEscalationNeedless() {
    Instant late = SINCE.plus(Duration.ofHours(23));
    Alarm alarm = GateAlarms.next(gate(Duration.ofDays(1)), REMINDER, FACTS, List.of(), late);
    assertThat(alarm.says()).containsExactly(NoticeKind.DEADLINE, NoticeKind.ESCALATION);
  }

  @Test
  void whatFellDueWhileTheGateWasSetAsideIsSaidAtOnce() {
    Instant later = SINCE.plus(Duration.ofHours(1));
    Alarm alarm = GateAlarms.next(gate(Duration.ofDays(1)), REMINDER, FACTS, List.of(), later);
    assertThat(alarm.at()).isEqualTo(later);
    assertThat(alarm.says()).containsExactly(NoticeKind.ESCALATION);
  }

  /** Restores that began with builds that told nobody have no other timers than before. */
  @Property
  void whereNobodyIsToldThereAreTheRemindersAndTheDeadline(
      @ForAll @IntRange(min = 1, max = 100) int hours, @ForAll @IntRange(max = 5000) int minutes) {
    Gate gate = gate(Duration.ofHours(hours));
    Instant now = SINCE.plus(Duration.ofMinutes(minutes));
    Instant reminder = Reminders.next(SINCE, REMINDER, now);
    boolean last = !reminder.isBefore(gate.deadline());
    assertThat(GateAlarms.next(gate, REMINDER, null, List.of(), now))
        .isEqualTo(new Alarm(last ? gate.deadline() : reminder, last, !last, List.of()));
  }
}
