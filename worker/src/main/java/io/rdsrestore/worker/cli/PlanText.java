package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ExpectedDurations;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.PlanSource;
import io.rdsrestore.workflows.plan.PrecheckPrediction;
import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.TableSelection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for people: one table, at most 100 columns wide but for commands. */
final class PlanText {
  private static final int LABEL = 12;

  /** Two blanks behind the longest of them. */
  private static final int STATUS = 13;

  private static final int ROW = 35;

  private final Times times;
  private final Speaker speaker;

  PlanText(Times times, Speaker speaker) {
    this.times = times;
    this.speaker = speaker;
  }

  /**
   * All of it.
   *
   * @param engine of the primary
   */
  List<String> lines(RestorePlan plan, Engine engine) {
    TextTable table = head(plan);
    table.heading("checks");
    plan.checks().forEach(check -> check(check, table));
    table.heading("precheck items of DTS, and which check predicts them");
    engine.predictions().forEach(prediction -> prediction(prediction, table));
    table.heading(result(plan));
    return table.lines();
  }

  /** What somebody has to know who is asked whether to go on. */
  List<String> brief(RestorePlan plan) {
    TextTable table = head(plan);
    List<PlanCheck> notable =
        plan.checks().stream()
            .filter(
                check ->
                    check.status() == CheckStatus.WARNING || check.status() == CheckStatus.BLOCKER)
            .toList();
    if (!notable.isEmpty()) {
      table.heading("what to look at");
      notable.forEach(check -> check(check, table));
    }
    table.heading(result(plan));
    return table.lines();
  }

  private TextTable head(RestorePlan plan) {
    TextTable table = new TextTable(speaker);
    table.row(
        "plan",
        LABEL,
        "%s of %s, made %s".formatted(plan.hash(), plan.instance(), both(plan.source().asOf())));
    plan.objects().forEach(object -> table.row("restored", LABEL, object(object)));
    source(plan, table);
    purchase(plan, table);
    durations(plan.durations(), table);
    plan.changes().forEach(change -> table.row("does", LABEL, change));
    return table;
  }

  private static String object(ObjectTarget object) {
    String what =
        object.isWhole()
            ? "database " + object.database()
            : object.tables().stream()
                .map(table -> object.database() + "." + table(table))
                .collect(Collectors.joining(", "));
    return object.isDecided()
        ? "%s -> database %s".formatted(what, object.targetDatabase())
        : what + " -> under its own name if that is free on the primary, else beside it";
  }

  private static String table(TableSelection table) {
    return table.targetName().equals(table.name())
        ? table.name()
        : "%s (as %s)".formatted(table.name(), table.targetName());
  }

  private void source(RestorePlan plan, TextTable table) {
    PlanSource source = plan.source();
    table.row(
        "from",
        LABEL,
        source.restorePoint() == null
            ? plan.restoreTo().describe()
            : "%s, %s ago".formatted(both(source.restorePoint()), Times.duration(source.age())));
    if (plan.windowBegin() != null && plan.windowEnd() != null) {
      table.row(
          "",
          LABEL,
          "recovery window: %s to %s".formatted(both(plan.windowBegin()), both(plan.windowEnd())));
    }
    if (source.backupId() != null) {
      table.row(
          "",
          LABEL,
          "%s backup set: %s, data of %s"
              .formatted(
                  plan.restoreTo().time() == null ? "this" : "nearest",
                  source.backupId(),
                  source.backupAt() == null ? "an unknown instant" : both(source.backupAt())));
    }
  }

  private static void purchase(RestorePlan plan, TextTable table) {
    PurchaseConfiguration purchase = plan.purchase();
    if (purchase != null) {
      table.row(
          "bought",
          LABEL,
          "clone %s, %d GB %s, zone %s, pay-as-you-go; DTS job %s, pay-as-you-go"
              .formatted(
                  purchase.instanceClass(),
                  purchase.storageGb(),
                  purchase.storageType(),
                  purchase.zoneId(),
                  purchase.dtsClass()));
    }
    if (plan.price() != null) {
      table.row(
          "price",
          LABEL,
          "%s an hour; about %s %s for the %s that the clone is expected to live, each hour begun counts"
              .formatted(
                  plan.price().text(),
                  plan.expectedCost().toPlainString(),
                  plan.price().currency(),
                  Times.duration(plan.durations().lifeOfClone())));
    }
  }

  private static void durations(ExpectedDurations durations, TextTable table) {
    table.row(
        "takes",
        LABEL,
        "about %s without people's decisions: preparing %s, cloning %s, configuring %s, prechecking %s, migrating %s, verifying %s, cleaning %s"
            .formatted(
                Times.duration(durations.total()),
                Times.duration(durations.preparing()),
                Times.duration(durations.cloning()),
                Times.duration(durations.configuring()),
                Times.duration(durations.prechecking()),
                Times.duration(durations.migrating()),
                Times.duration(durations.verifying()),
                Times.duration(durations.cleaning())));
    table.row("", LABEL, durations.basis());
  }

  /** The id stays as it is: pages and JSON call it so. */
  private void check(PlanCheck check, TextTable table) {
    table.said(
        DisplayWidth.pad(speaker.text(word(check.status())), STATUS) + check.id(),
        ROW,
        speaker.text(check.message()));
    if (check.remedy() != null) {
      table.row("", ROW, "-> " + check.remedy());
    }
    check.commands().forEach(table::command);
  }

  private static String word(CheckStatus status) {
    return switch (status) {
      case OK -> "ok";
      case WARNING -> "warning";
      case BLOCKER -> "BLOCKER";
      case NOT_CHECKED -> "not checked";
    };
  }

  private void prediction(PrecheckPrediction prediction, TextTable table) {
    String by =
        prediction.checks().isEmpty()
            ? speaker.text("none can")
            : String.join(", ", prediction.checks());
    table.said(
        prediction.item(),
        ROW,
        prediction.why() == null ? by : by + ": " + speaker.text(prediction.why()));
  }

  private static String result(RestorePlan plan) {
    int blockers = plan.blockers().size();
    long warnings =
        plan.checks().stream().filter(check -> check.status() == CheckStatus.WARNING).count();
    return blockers == 0
        ? "Nothing known stops this restore; %s.".formatted(Counted.of(warnings, "warning"))
        : "%s stop%s this restore; %s."
            .formatted(
                Counted.of(blockers, "blocker"),
                blockers == 1 ? "s" : "",
                Counted.of(warnings, "warning"));
  }

  /** In UTC and in the operator's zone. */
  private String both(Instant instant) {
    return "%s (%s)".formatted(instant.truncatedTo(ChronoUnit.SECONDS), times.moment(instant));
  }
}
