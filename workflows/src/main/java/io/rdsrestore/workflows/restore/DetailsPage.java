package io.rdsrestore.workflows.restore;

import com.google.errorprone.annotations.FormatMethod;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The status as Markdown for Temporal's Web UI, whose lists render well and whose tables do not.
 * Names, figures and commands are as they are in every language.
 */
final class DetailsPage {
  /**
   * Temporal refuses more than 20,000 bytes, of which a Chinese letter takes three; the rest is in
   * the status.
   */
  private static final int MOST_BYTES = 18_000;

  private static final int MOST_ITEMS = 20;
  private static final int LAST_ENTRIES = 8;
  private static final int LAST_IGNORED = 3;

  private final StringBuilder page = new StringBuilder();
  private final UnaryOperator<String> say;

  private DetailsPage(UnaryOperator<String> say) {
    this.say = say;
  }

  /**
   * The page.
   *
   * @param say says a text in the language of whoever looks at it
   */
  static String of(String workflowId, RestoreStatus status, UnaryOperator<String> say) {
    return new DetailsPage(say).write(workflowId, status);
  }

  private String write(String workflowId, RestoreStatus status) {
    line("## %s", say.apply(headline(status)));
    line("%s", say.apply(status.doing()));
    if (status.progress() != null) {
      line("");
      line("%s", say.apply(progress(status.progress())));
    }
    if (status.waitingFor() != null) {
      gate(status.waitingFor());
    }
    if (status.report() != null) {
      report(status.report());
    }
    kept(workflowId, status);
    ids(status);
    kept(status.decisions());
    notUsed(status.decisions());
    timeline(status.timeline());
    line("");
    line(
        "%s`temporal workflow query --workflow-id %s --type status`",
        label("All of it:"), workflowId);
    return cut(page.toString());
  }

  private static String headline(RestoreStatus status) {
    return status.waitingFor() == null
        ? status.phase().toString()
        : "%s: waiting for a person at %s".formatted(status.phase(), status.waitingFor().gate());
  }

  private static String progress(Progress progress) {
    return "%s: **%d %%** as of %s%s"
        .formatted(
            progress.step(),
            progress.percent(),
            second(progress.asOf()),
            progress.eta() == null ? "" : ", done about " + second(progress.eta()));
  }

  private void gate(Gate gate) {
    line("");
    line("**%s**", say.apply(gate.reason()));
    line("");
    line("%s", say.apply("Since %s, until %s.".formatted(gate.since(), gate.deadline())));
    line("");
    if (gate.reminder() != null) {
      line("%s", say.apply(gate.reminder()));
      line("");
    }
    // The Web UI makes a list only of what stands apart from the lines before it.
    for (GateItem item : gate.items().subList(0, Math.min(MOST_ITEMS, gate.items().size()))) {
      line("- **%s**: %s", named(item.name()), say.apply(item.message()));
      if (item.remedy() != null) {
        // SQL may have lines of its own.
        line("  - %s", say.apply(item.remedy()).replace("\n", "\n    "));
      }
      item.commands().forEach(command -> line("  - `%s`", command));
    }
    heading("What can be decided:");
    for (Choice choice : gate.choices()) {
      line("- **%s**: %s", choice.action().word(), say.apply(choice.leadsTo()));
    }
    line("");
    line("```");
    line("%s", String.join("\n", gate.commands()));
    line("```");
  }

  private void report(RestoreReport report) {
    line("");
    line("**%s**", say.apply(report.summary()));
    line("");
    for (LeftBehind left : report.left()) {
      line(
          "- %s%s (%s)%s",
          label("left:"),
          named(left.what()),
          say.apply(left.why()),
          left.removeWith() == null ? "" : ": `%s`".formatted(left.removeWith()));
    }
  }

  private void ids(RestoreStatus status) {
    line("");
    line("- %s`%s`", label("restore id:"), status.restoreId());
    if (status.cloneStatus() != null) {
      line(
          "- %s`%s` (%s)",
          label("clone:"), status.cloneStatus().instanceId(), status.cloneStatus().state());
    }
    if (status.task() != null) {
      line("- %s`%s` (%s)", label("DTS job:"), status.task().jobId(), status.task().state());
    }
    if (status.cost() != null) {
      line("- %s%s %s", label("cost so far:"), status.cost().amount(), status.cost().currency());
    }
  }

  private void kept(String workflowId, RestoreStatus status) {
    if (status.keptUntil() != null && status.report() == null) {
      line("");
      line("- %s**%s**", label("kept until:"), second(status.keptUntil()));
      line("- %s`./rds-restore extend %s --for P1D`", label("longer:"), workflowId);
      line("- %s`./rds-restore abort %s`", label("not any more:"), workflowId);
    }
  }

  /** What somebody has said ahead of time acts later, unless it is withdrawn. */
  private void kept(List<DecisionRecord> decisions) {
    for (DecisionRecord decision : decisions) {
      if (decision.outcome() == DecisionOutcome.KEPT) {
        line(
            "- %s",
            say.apply(
                "kept for later: decision %d, %s%s by %s"
                    .formatted(
                        decision.number(),
                        decision.action(),
                        decision.gate() == null ? "" : " for " + decision.gate(),
                        decision.actor() == null ? say.apply("somebody") : decision.actor())));
      }
    }
  }

  /** A signal's sender is told "succeeded" whatever becomes of it: here stands what did. */
  private void notUsed(List<DecisionRecord> decisions) {
    List<DecisionRecord> ignored =
        decisions.stream()
            .filter(decision -> decision.outcome() == DecisionOutcome.IGNORED)
            .toList();
    if (ignored.isEmpty()) {
      return;
    }
    heading("Decisions that were not used:");
    for (DecisionRecord decision :
        ignored.subList(Math.max(0, ignored.size() - LAST_IGNORED), ignored.size())) {
      line(
          "- %s %s: %s",
          second(decision.at()),
          decision.action() == null ? say.apply("something unreadable") : decision.action(),
          say.apply(decision.note()));
    }
  }

  private void timeline(List<TimelineEntry> timeline) {
    heading("Lately:");
    for (TimelineEntry entry :
        timeline.subList(Math.max(0, timeline.size() - LAST_ENTRIES), timeline.size())) {
      line("- %s %s", second(entry.at()), say.apply(entry.text()));
    }
  }

  private void heading(String english) {
    line("");
    line("%s", say.apply(english));
    line("");
  }

  /** A colon of Chinese is as wide as a colon and a blank. */
  private String label(String english) {
    String label = say.apply(english);
    return label.endsWith(":") ? label + " " : label;
  }

  /** A single word is a name. */
  private String named(String text) {
    return text.indexOf(' ') < 0 ? text : say.apply(text);
  }

  @FormatMethod
  private void line(String form, Object... parts) {
    page.append(form.formatted(parts)).append('\n');
  }

  private static String cut(String text) {
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      bytes += letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
      if (bytes > MOST_BYTES) {
        return text.substring(0, end) + "\n…";
      }
      end += Character.charCount(letter);
    }
    return text;
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
