package io.rdsrestore.worker.cli;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verdict.DifferenceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {
  /** Purposes of tables that {@code diff} would not find beside, or cannot read. */
  private static final ImmutableSet<SqlPurpose> WITHOUT_DIFF =
      Sets.immutableEnumSet(SqlPurpose.UNDO_SWAP, SqlPurpose.PUT_BACK_BY_HAND);

  private final Times times;

  ReportText(Times times) {
    this.times = times;
  }

  List<String> lines(RestoreReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(Seam.colon(report.end().toString(), report.summary()));
    lines.add("  restore        %s, primary %s".formatted(report.restoreId(), report.instanceId()));
    if (report.restoreTo() != null) {
      lines.add("  restore point  " + report.restoreTo().describe());
    }
    if (report.startedAt() != null && report.endedAt() != null) {
      lines.add(
          "  time           %s to %s"
              .formatted(times.moment(report.startedAt()), times.moment(report.endedAt())));
    }
    Lists.of(report.objects()).forEach(object -> lines.add("  object         " + object(object)));
    verification(report.verification(), lines);
    Lists.of(report.notRestored()).forEach(what -> lines.add("  not restored   " + what));
    Lists.of(report.notes()).forEach(note -> lines.add("  note           " + note));
    if (report.cost() != null) {
      lines.add(
          "  cost           %s %s (%s)"
              .formatted(report.cost().amount(), report.cost().currency(), report.cost().basis()));
    }
    Lists.of(report.decisions())
        .forEach(decision -> lines.add("  decision       " + decision(decision)));
    left(Lists.of(report.left()), lines);
    if (!Lists.of(report.putBackSql()).isEmpty()) {
      lines.add("  SQL that %s:".formatted(does(report.sqlPurpose())));
      report.putBackSql().forEach(sql -> lines.add("    " + sql));
    }
    if (!RestoredBeside.of(Lists.of(report.objects())).isEmpty()
        && report.end() == RestorePhase.COMPLETED
        && !WITHOUT_DIFF.contains(report.sqlPurpose())) {
      lines.add("  which rows differ from the current ones:");
      lines.add(
          "    ./rds-restore diff %s --primary HOST:PORT --user NAME --password-ref env:NAME"
              .formatted(report.restoreId()));
    }
    return lines;
  }

  private static String does(SqlPurpose purpose) {
    return switch (purpose == null ? SqlPurpose.PUT_BACK : purpose) {
      case PUT_BACK -> "puts the rows back";
      case PUT_BACK_BY_HAND -> "puts the rows back, once you have completed it";
      case UNDO_SWAP -> "undoes the swap";
      case UNDO_MERGE -> "undoes the merge: it removes and puts back rows of the current tables";
    };
  }

  private static String object(ObjectTarget object) {
    String target = object.isDecided() ? object.targetDatabase() : "(not decided)";
    if (object.isWhole()) {
      return "database %s -> %s".formatted(object.database(), target);
    }
    return object.tables().stream()
        .map(
            table ->
                "%s.%s -> %s.%s"
                    .formatted(object.database(), table.name(), target, table.targetName()))
        .collect(Collectors.joining(", "));
  }

  private static void verification(VerificationSummary verification, List<String> lines) {
    if (verification == null) {
      return;
    }
    lines.add(
        Seam.colon(
            "  verification   " + Words.spoken(verification.verdict()), verification.method()));
    Lists.of(verification.tables()).forEach(table -> lines.add("    " + table(table)));
    if (verification.source() != null) {
      lines.add("  source         " + verification.source());
    }
  }

  private static String table(TableComparison table) {
    boolean said =
        table.power() == null || Words.of(table.power().method()).equals(Words.of(table.verdict()));
    String power = said ? "" : ", " + Words.spoken(table.power().method());
    return Seam.join(
        Seam.colon(table.target(), Words.spoken(table.verdict()) + power),
        ", ",
        DifferenceText.of(table));
  }

  private String decision(DecisionRecord decision) {
    String what =
        "%s %s by %s at %s: %s"
            .formatted(
                times.moment(decision.at()),
                decision.action() == null ? "something unreadable" : decision.action(),
                decision.actor() == null ? "(not said)" : decision.actor(),
                decision.gate() == null ? "no gate" : decision.gate(),
                Words.of(decision.outcome()));
    return decision.note() == null ? what : Seam.join(what, " - ", decision.note());
  }

  private static void left(List<LeftBehind> left, List<String> lines) {
    if (left.isEmpty()) {
      lines.add("  left           nothing of ours");
    }
    for (LeftBehind one : left) {
      lines.add(Seam.colon("  left           " + one.what(), one.why()));
      if (one.removeWith() != null) {
        lines.add(Seam.colon("    remove with", one.removeWith()));
      }
    }
  }
}
