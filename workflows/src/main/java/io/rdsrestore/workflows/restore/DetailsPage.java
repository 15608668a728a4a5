package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The status as Markdown for Temporal's Web UI, whose lists render well and whose tables do not.
 */
final class DetailsPage {
  /** Temporal refuses more than 20,000 bytes; the rest is in the status. */
  private static final int MOST_CHARACTERS = 14_000;

  private static final int MOST_ITEMS = 20;
  private static final int LAST_ENTRIES = 8;
  private static final int LAST_IGNORED = 3;

  private DetailsPage() {}

  static String of(String workflowId, RestoreStatus status) {
    StringBuilder page = new StringBuilder();
    page.append("## %s%n%s%n".formatted(headline(status), status.doing()));
    if (status.progress() != null) {
      page.append(
          "%n%s: **%d %%** as of %s%s%n"
              .formatted(
                  status.progress().step(),
                  status.progress().percent(),
                  second(status.progress().asOf()),
                  status.progress().eta() == null
                      ? ""
                      : ", done about " + second(status.progress().eta())));
    }
    if (status.waitingFor() != null) {
      gate(page, status.waitingFor());
    }
    if (status.report() != null) {
      report(page, status.report());
    }
    kept(page, workflowId, status);
    ids(page, status);
    kept(page, status.decisions());
    notUsed(page, status.decisions());
    timeline(page, status.timeline());
    page.append(
        "%nAll of it: `temporal workflow query --workflow-id %s --type status`%n"
            .formatted(workflowId));
    return page.length() > MOST_CHARACTERS
        ? page.substring(0, MOST_CHARACTERS) + "\n…"
        : page.toString();
  }

  private static String headline(RestoreStatus status) {
    return status.waitingFor() == null
        ? status.phase().toString()
        : "%s: waiting for a person at %s".formatted(status.phase(), status.waitingFor().gate());
  }

  private static void gate(StringBuilder page, Gate gate) {
    page.append(
        "%n**%s**%n%nSince %s, until %s.%n"
            .formatted(gate.reason(), gate.since(), gate.deadline()));
    if (gate.reminder() != null) {
      page.append("%n%s%n%n".formatted(gate.reminder()));
    }
    for (GateItem item : gate.items().subList(0, Math.min(MOST_ITEMS, gate.items().size()))) {
      page.append("- **%s**: %s%n".formatted(item.name(), item.message()));
      if (item.remedy() != null) {
        // SQL may have lines of its own.
        page.append("  - %s%n".formatted(item.remedy().replace("\n", "\n    ")));
      }
      item.commands().forEach(command -> page.append("  - `%s`%n".formatted(command)));
    }
    page.append("%nWhat can be decided:%n%n".formatted());
    for (Choice choice : gate.choices()) {
      page.append("- **%s**: %s%n".formatted(choice.action().word(), choice.leadsTo()));
    }
    page.append("%n```%n%s%n```%n".formatted(String.join("\n", gate.commands())));
  }

  private static void report(StringBuilder page, RestoreReport report) {
    page.append("%n**%s**%n%n".formatted(report.summary()));
    for (LeftBehind left : report.left()) {
      page.append("- left: %s (%s): `%s`%n".formatted(left.what(), left.why(), left.removeWith()));
    }
  }

  private static void ids(StringBuilder page, RestoreStatus status) {
    page.append("%n- restore id: `%s`%n".formatted(status.restoreId()));
    if (status.cloneStatus() != null) {
      page.append(
          "- clone: `%s` (%s)%n"
              .formatted(status.cloneStatus().instanceId(), status.cloneStatus().state()));
    }
    if (status.task() != null) {
      page.append("- DTS job: `%s` (%s)%n".formatted(status.task().jobId(), status.task().state()));
    }
    if (status.cost() != null) {
      page.append(
          "- cost so far: %s %s%n".formatted(status.cost().amount(), status.cost().currency()));
    }
  }

  private static void kept(StringBuilder page, String workflowId, RestoreStatus status) {
    if (status.keptUntil() != null && status.report() == null) {
      page.append("%n- kept until: **%s**%n".formatted(second(status.keptUntil())));
      page.append("- longer: `./rds-restore extend %s --for P1D`%n".formatted(workflowId));
      page.append("- not any more: `./rds-restore abort %s`%n".formatted(workflowId));
    }
  }

  /** What somebody has said ahead of time acts later, unless it is withdrawn. */
  private static void kept(StringBuilder page, List<DecisionRecord> decisions) {
    for (DecisionRecord decision : decisions) {
      if (decision.outcome() == DecisionOutcome.KEPT) {
        page.append(
            "- kept for later: decision %d, %s%s by %s%n"
                .formatted(
                    decision.number(),
                    decision.action(),
                    decision.gate() == null ? "" : " for " + decision.gate(),
                    decision.actor() == null ? "somebody" : decision.actor()));
      }
    }
  }

  /** A signal's sender is told "succeeded" whatever becomes of it: here stands what did. */
  private static void notUsed(StringBuilder page, List<DecisionRecord> decisions) {
    List<DecisionRecord> ignored =
        decisions.stream()
            .filter(decision -> decision.outcome() == DecisionOutcome.IGNORED)
            .toList();
    if (ignored.isEmpty()) {
      return;
    }
    page.append("%nDecisions that were not used:%n%n".formatted());
    for (DecisionRecord decision :
        ignored.subList(Math.max(0, ignored.size() - LAST_IGNORED), ignored.size())) {
      page.append(
          "- %s %s: %s%n"
              .formatted(
                  second(decision.at()),
                  decision.action() == null ? "something unreadable" : decision.action(),
                  decision.note()));
    }
  }

  private static void timeline(StringBuilder page, List<TimelineEntry> timeline) {
    page.append("%nLately:%n%n".formatted());
    for (TimelineEntry entry :
        timeline.subList(Math.max(0, timeline.size() - LAST_ENTRIES), timeline.size())) {
      page.append("- %s %s%n".formatted(second(entry.at()), entry.text()));
    }
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
