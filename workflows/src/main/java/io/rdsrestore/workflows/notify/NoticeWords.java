package io.rdsrestore.workflows.notify;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.HoursAndMinutes;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * All words of notices. What a gate or a report says itself is said there; here is what is said
 * around it.
 */
final class NoticeWords {
  private static final int MOST_ITEMS = 8;

  private NoticeWords() {}

  static NoticeLabels labels() {
    return new NoticeLabels(
        "Commands (YOU is your name):",
        "Open the workflow in Temporal's Web UI",
        "There is more in the Web UI, and in ./rds-restore status");
  }

  // ---- gates

  static String headline(NoticeSource source, NoticeKind kind, Gate gate, Instant now) {
    String name = source.name();
    return switch (kind) {
      case GATE -> "%s: the restore waits for a decision at %s".formatted(name, gate.gate());
      case REMINDER ->
          "%s: nobody has decided at %s for %s".formatted(name, gate.gate(), since(gate, now));
      case ESCALATION ->
          "%s: nobody has answered at %s for %s".formatted(name, gate.gate(), since(gate, now));
      case DEADLINE ->
          "%s: in %s the restore ends by itself, nobody has decided at %s"
              .formatted(
                  name, HoursAndMinutes.of(Duration.between(now, gate.deadline())), gate.gate());
      case END, KEPT, ORPHANS, TEST -> throw new IllegalArgumentException(kind + " is of no gate");
    };
  }

  static List<String> needed(Gate gate) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(gate.reason()));
    gate.items().stream().limit(MOST_ITEMS).map(NoticeWords::item).forEach(lines::add);
    if (gate.items().size() > MOST_ITEMS) {
      lines.add("… and %d more.".formatted(gate.items().size() - MOST_ITEMS));
    }
    lines.add(
        gate.reminder() == null
            ? "Without a decision the restore ends by itself at %s, as safely as it can."
                .formatted(second(gate.deadline()))
            : gate.reminder());
    return lines;
  }

  private static String item(GateItem item) {
    return "%s: %s%s"
        .formatted(
            item.name(),
            sentence(item.message()),
            item.remedy() == null ? "" : " What helps: " + sentence(item.remedy()));
  }

  static String means(String action, String leadsTo) {
    return "%s: %s".formatted(action, leadsTo);
  }

  // ---- ends

  static String headline(NoticeSource source, RestoreReport report) {
    return "%s: %s".formatted(source.name(), ending(report));
  }

  private static String ending(RestoreReport report) {
    String what = report.outcome() == null ? "what was kept" : "the restore";
    String left =
        report.left().isEmpty() ? "" : ", " + Counted.of(report.left().size(), "thing") + " left";
    return switch (report.end()) {
      case COMPLETED -> "%s has ended%s".formatted(what, left);
      case ABORTED -> "%s was stopped%s".formatted(what, left);
      default -> "%s has failed%s".formatted(what, left);
    };
  }

  static List<String> ended(RestoreReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(report.summary()));
    report.left().stream()
        .map(left -> "Left: %s, %s".formatted(left.what(), sentence(left.why())))
        .forEach(lines::add);
    return lines;
  }

  static NoticeCommand removal(LeftBehind left) {
    return new NoticeCommand("remove %s:".formatted(left.what()), left.removeWith());
  }

  static NoticeCommand report(String name) {
    return new NoticeCommand("the whole report:", "./rds-restore report " + name);
  }

  static String refused(NoticeSource source) {
    return "%s: the restore was refused".formatted(source.name());
  }

  // ---- others

  static String capped(NoticeSource source, Instant end) {
    return "%s: the restore stops at %s, its cost limit".formatted(source.name(), second(end));
  }

  static NoticeCommand status(String name) {
    return new NoticeCommand("how far it is:", "./rds-restore status " + name);
  }

  static String kept(NoticeSource source, Instant until) {
    return "%s: a clone is kept until %s and costs on".formatted(source.name(), second(until));
  }

  static String undoEnds(NoticeSource source, Instant until) {
    return "%s: after %s nothing is taken back any more".formatted(source.name(), second(until));
  }

  static NoticeCommand takeBack(String workflowId) {
    return new NoticeCommand("take it back:", "./rds-restore undo " + workflowId);
  }

  static NoticeCommand offerLonger(String workflowId) {
    return new NoticeCommand(
        "offer it for longer:", "./rds-restore extend %s --for P1D".formatted(workflowId));
  }

  static NoticeCommand keepLonger(String workflowId) {
    return new NoticeCommand(
        "keep it longer:", "./rds-restore extend %s --for P1D".formatted(workflowId));
  }

  static NoticeCommand removeNow(String workflowId) {
    return new NoticeCommand("remove it now:", "./rds-restore abort " + workflowId);
  }

  static String orphans(int things, int notRead) {
    String seen = things == 0 ? "" : Counted.of(things, "thing") + " may have outlived a restore";
    String unseen = notRead == 0 ? "" : Counted.of(notRead, "thing") + " could not be looked into";
    return "sweep: " + seen + (seen.isEmpty() || unseen.isEmpty() ? "" : ", ") + unseen;
  }

  static String test() {
    return "a test of the notifications of rds-restore";
  }

  static List<String> tested(Severity severity) {
    return List.of(
        "This is what a notice of severity %s looks like. Nothing is to be done."
            .formatted(severity.word()));
  }

  static NoticeCommand testCommand() {
    return new NoticeCommand("what waits for a person:", "./rds-restore list --waiting");
  }

  /** In the timeline of a restore. */
  static String notTold(Notice notice, String because) {
    return "Could not tell of it (%s): %s".formatted(notice.headline(), because);
  }

  // ---- parts

  private static String since(Gate gate, Instant now) {
    return HoursAndMinutes.of(Duration.between(gate.since(), now));
  }

  private static String sentence(String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.isEmpty() || stripped.matches("(?s).*[.!?:;…]") ? stripped : stripped + ".";
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
