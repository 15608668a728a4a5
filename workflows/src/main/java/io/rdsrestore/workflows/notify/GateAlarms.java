package io.rdsrestore.workflows.notify;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.verdict.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When a gate without a decision says something: reminders, escalation, warning, deadline. */
public final class GateAlarms {
  /** A warning is never earlier than when so much of the time is over, as a fraction. */
  private static final int LAST_PART = 4;

  private GateAlarms() {}

  /**
   * The next alarm.
   *
   * @param reminder interval until the first reminder
   * @param facts whether and when people are told; null: nobody is
   * @param told what was told of this gate already
   */
  public static Alarm next(
      Gate gate, Duration reminder, NotifyFacts facts, Collection<NoticeKind> told, Instant now) {
    Instant reminds = Reminders.next(gate.since(), reminder, now);
    Instant escalates = told.contains(NoticeKind.ESCALATION) ? null : escalation(gate, facts);
    Instant warns = told.contains(NoticeKind.DEADLINE) ? null : warning(gate, facts);
    Instant at = reminds;
    for (Instant other : new Instant[] {escalates, warns}) {
      // One that is due already, since the gate was set aside meanwhile, is due now.
      at = other != null && other.isBefore(at) ? later(other, now) : at;
    }
    if (!at.isBefore(gate.deadline())) {
      return new Alarm(gate.deadline(), true, false, List.of());
    }
    List<NoticeKind> says = new ArrayList<>();
    if (isDue(warns, at)) {
      says.add(NoticeKind.DEADLINE);
    }
    if (isDue(escalates, at)) {
      says.add(NoticeKind.ESCALATION);
    }
    boolean isReminder = isDue(reminds, at);
    if (isReminder && says.isEmpty() && facts != null) {
      says.add(NoticeKind.REMINDER);
    }
    return new Alarm(at, false, isReminder, says);
  }

  /** Whether nobody has decided for so long that others are told, too. */
  public static boolean isEscalated(Gate gate, NotifyFacts facts, Instant now) {
    return isDue(escalation(gate, facts), now);
  }

  private static Instant escalation(Gate gate, NotifyFacts facts) {
    return facts == null || facts.escalateAfter() == null
        ? null
        : gate.since().plus(facts.escalateAfter());
  }

  private static Instant warning(Gate gate, NotifyFacts facts) {
    if (facts == null || facts.warnBefore() == null) {
      return null;
    }
    Duration last = Duration.between(gate.since(), gate.deadline()).dividedBy(LAST_PART);
    Duration before = facts.warnBefore();
    return gate.deadline().minus(before.compareTo(last) < 0 ? before : last);
  }

  private static boolean isDue(Instant when, Instant at) {
    return when != null && !when.isAfter(at);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
