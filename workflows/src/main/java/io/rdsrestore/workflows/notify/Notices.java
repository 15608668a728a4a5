package io.rdsrestore.workflows.notify;

import com.google.common.hash.Hashing;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.sweep.SweepFinding;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of the things that happen. */
public final class Notices {
  private static final String OWN_COMMAND = "./rds-restore ";
  private static final String UPDATE = "temporal workflow update ";
  private static final int HASH_LENGTH = 10;

  private Notices() {}

  /**
   * Of a gate that waits.
   *
   * @param escalated whether nobody has decided for long
   */
  public static Notice ofGate(
      NoticeSource source, NoticeKind kind, Gate gate, boolean escalated, Instant now) {
    // People are reminded more than once: each time is another message.
    String which = kind == NoticeKind.REMINDER ? "/" + now.getEpochSecond() : "";
    return new Notice(
        "%s/%s/%s%s".formatted(source.restoreId(), gate.gate(), kind.word(), which),
        kind,
        Severity.of(gate.kind(), kind),
        escalated,
        now,
        source,
        gate.gate(),
        gate.deadline(),
        NoticeWords.headline(source, kind, gate, now),
        NoticeWords.needed(gate),
        commands(gate),
        NoticeWords.labels());
  }

  /** Of an end: nobody is waited for, unless something of ours is left. */
  public static Notice ofEnd(NoticeSource source, RestoreReport report, Instant now) {
    boolean kept = report.outcome() == null;
    return of(
        "%s/%s".formatted(source.restoreId(), kept ? "keep-end" : "end"),
        NoticeKind.END,
        severity(report),
        now,
        source,
        NoticeWords.headline(source, report),
        NoticeWords.ended(report),
        Stream.concat(
                report.left().stream()
                    .filter(left -> left.removeWith() != null)
                    .map(NoticeWords::removal),
                Stream.of(NoticeWords.report(kept ? source.workflowId() : source.instanceId())))
            .toList());
  }

  private static Severity severity(RestoreReport report) {
    boolean quiet =
        report.end() == RestorePhase.COMPLETED
            && report.left().isEmpty()
            && report.outcome() != Outcome.PARTLY;
    return quiet ? Severity.INFO : Severity.WAITING;
  }

  /**
   * Of a restore that was refused: nothing was changed or bought.
   *
   * @param because as the workflow's failure says it
   */
  public static Notice ofRefusal(NoticeSource source, String because, Instant now) {
    return of(
        source.restoreId() + "/end",
        NoticeKind.END,
        Severity.WAITING,
        now,
        source,
        NoticeWords.refused(source),
        List.of(because),
        List.of());
  }

  /**
   * Of a cost limit that nobody may raise: the restore will stop.
   *
   * @param said as the timeline has it
   */
  public static Notice ofCap(NoticeSource source, String said, Instant end, Instant now) {
    return of(
        "%s/cap/%d".formatted(source.restoreId(), now.getEpochSecond()),
        NoticeKind.DEADLINE,
        Severity.WAITING,
        now,
        source,
        NoticeWords.capped(source, end),
        List.of(said + "."),
        List.of(NoticeWords.status(source.instanceId())));
  }

  /**
   * Of a clone that is kept.
   *
   * @param said the reminder as the status has it
   */
  public static Notice ofKept(NoticeSource source, String said, Instant until, Instant now) {
    return of(
        "%s/kept/%d".formatted(source.restoreId(), now.getEpochSecond()),
        NoticeKind.KEPT,
        Severity.INFO,
        now,
        source,
        NoticeWords.kept(source, until),
        List.of(said),
        List.of(
            NoticeWords.keepLonger(source.workflowId()),
            NoticeWords.removeNow(source.workflowId())));
  }

  /**
   * Of an undo that cannot be asked for much longer.
   *
   * @param said as the status has it
   */
  public static Notice ofUndoEnd(NoticeSource source, String said, Instant until, Instant now) {
    return of(
        "%s/undo-end/%d".formatted(source.restoreId(), until.getEpochSecond()),
        NoticeKind.DEADLINE,
        Severity.WAITING,
        now,
        source,
        NoticeWords.undoEnds(source, until),
        List.of(said),
        List.of(
            NoticeWords.takeBack(source.workflowId()),
            NoticeWords.offerLonger(source.workflowId())));
  }

  /** Of a look over regions that found what a person has to see: the same once a day. */
  public static Notice ofOrphans(NoticeSource source, SweepLookReport report, Instant now) {
    List<SweepFinding> found =
        Stream.concat(report.orphans().stream(), report.unknown().stream()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(report.summary());
    found.stream()
        .map(one -> "%s in %s: %s".formatted(one.thing().name(), one.thing().regionId(), one.why()))
        .forEach(lines::add);
    String what =
        Stream.concat(found.stream().map(one -> one.thing().name()), report.notRead().stream())
            .sorted()
            .collect(Collectors.joining("\n"));
    return of(
        "sweep/%s/%s".formatted(LocalDate.ofInstant(now, ZoneOffset.UTC), hash(what)),
        NoticeKind.ORPHANS,
        Severity.WAITING,
        now,
        source,
        NoticeWords.orphans(found.size(), report.notRead().size()),
        lines,
        List.of());
  }

  /** For somebody who tries whether notices arrive. */
  public static Notice ofTest(String id, Severity severity, boolean escalated, Instant now) {
    return new Notice(
        id,
        NoticeKind.TEST,
        severity,
        escalated,
        now,
        new NoticeSource(RestoreContract.workflowId("rm-test"), null, null, null, null, null),
        null,
        null,
        NoticeWords.test(),
        NoticeWords.tested(severity),
        List.of(NoticeWords.testCommand()),
        NoticeWords.labels());
  }

  /** For the timeline of a restore whose notice has not come through. */
  public static String notTold(Notice notice, String because) {
    return NoticeWords.notTold(notice, because);
  }

  private static Notice of(
      String id,
      NoticeKind kind,
      Severity severity,
      Instant now,
      NoticeSource source,
      String headline,
      List<String> lines,
      List<NoticeCommand> commands) {
    return new Notice(
        id,
        kind,
        severity,
        false,
        now,
        source,
        null,
        null,
        headline,
        lines,
        commands,
        NoticeWords.labels());
  }

  /** As the gate prints them: ours, short and explained, then those of Temporal's own CLI. */
  private static List<NoticeCommand> commands(Gate gate) {
    List<String> own = gate.commands().stream().filter(one -> one.startsWith(OWN_COMMAND)).toList();
    List<NoticeCommand> commands = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Choice choice = gate.choices().get(i);
      commands.add(
          new NoticeCommand(
              NoticeWords.means(choice.action().word(), choice.leadsTo()), own.get(i)));
    }
    gate.commands().stream()
        .filter(one -> one.startsWith(UPDATE))
        .map(one -> new NoticeCommand(null, one))
        .forEach(commands::add);
    return commands;
  }

  private static String hash(String text) {
    return Hashing.sha256()
        .hashString(text, StandardCharsets.UTF_8)
        .toString()
        .substring(0, HASH_LENGTH);
  }
}
