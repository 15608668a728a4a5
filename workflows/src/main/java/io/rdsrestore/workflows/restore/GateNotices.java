package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.notify.Alarm;
import io.rdsrestore.workflows.notify.GateAlarms;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeKind;
import io.rdsrestore.workflows.notify.Notices;
import io.temporal.workflow.Async;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people are told while a gate waits for them; nothing if the worker tells nobody. */
final class GateNotices {
  private final Restore restore;
  private final Journal journal;

  /** Sent by this run, by gate. */
  private final Map<String, List<Messenger.Sent>> sent = new HashMap<>();

  GateNotices(Restore restore, Journal journal) {
    this.restore = restore;
    this.journal = journal;
  }

  /** It has opened; one that was only set aside is known already. */
  void opened(Gate gate) {
    if (!told(gate).contains(NoticeKind.GATE)) {
      tell(gate, List.of(NoticeKind.GATE));
    }
  }

  /** When it has something to say next. */
  Alarm next(Gate gate) {
    return GateAlarms.next(
        gate,
        restore.request.limits().decisionReminder(),
        restore.notifications,
        told(gate),
        Clock.now());
  }

  /** That moment has come. */
  void alarmed(Gate gate, Alarm alarm) {
    if (!alarm.says().isEmpty()) {
      tell(gate, alarm.says());
    }
  }

  /** Nobody is waited for there any more: what is still on its way is moot. */
  void settled(Gate gate) {
    restore.told.remove(gate.gate());
    List<Messenger.Sent> moot =
        ofThisRun(gate).stream().filter(Messenger.Sent::isOnItsWay).toList();
    sent.remove(gate.gate());
    if (!moot.isEmpty()) {
      // After what the restore does next: what is given up must not come before a version of it.
      var unused = Async.procedure(() -> moot.forEach(Messenger.Sent::giveUp));
    }
  }

  /** This run ends, and with it what is still on its way: the next one tells again. */
  void handOver(Gate gate) {
    if (ofThisRun(gate).stream().anyMatch(Messenger.Sent::isOnItsWay)) {
      restore.told.remove(gate.gate());
    }
  }

  private List<Messenger.Sent> ofThisRun(Gate gate) {
    return sent.getOrDefault(gate.gate(), List.of());
  }

  private List<NoticeKind> told(Gate gate) {
    return restore.told.getOrDefault(gate.gate(), List.of());
  }

  private void tell(Gate gate, List<NoticeKind> says) {
    if (restore.notifications == null) {
      return;
    }
    List<NoticeKind> told = new ArrayList<>(told(gate));
    told.addAll(says);
    restore.told.put(gate.gate(), told);
    NoticeKind kind = says.get(0);
    boolean escalated =
        kind == NoticeKind.DEADLINE
            || GateAlarms.isEscalated(gate, restore.notifications, Clock.now());
    Notice notice = Notices.ofGate(Messenger.source(restore), kind, gate, escalated, Clock.now());
    Messenger.send(notice, restore, journal)
        .ifPresent(one -> sent.computeIfAbsent(gate.gate(), none -> new ArrayList<>()).add(one));
  }
}
