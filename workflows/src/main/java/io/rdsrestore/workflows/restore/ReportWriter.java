package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.swap.MovingIn;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapSql;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verdict.NotRestored;
import io.rdsrestore.workflows.verdict.OutcomeChoice;
import io.rdsrestore.workflows.verdict.OutcomeWords;
import io.rdsrestore.workflows.verdict.PutBackSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a restore came to, from what it knows at its end. */
final class ReportWriter {
  private ReportWriter() {}

  static RestoreReport write(
      Restore restore, List<DecisionRecord> decisions, Cost cost, Instant now) {
    String stopped = restore.stopped;
    List<TableComparison> tables =
        restore.verification == null ? List.of() : restore.verification.tables();
    List<SwapTable> swapped = restore.swap.stream().map(SwapLook::table).toList();
    Outcome outcome =
        OutcomeChoice.of(restore.objects, restore.copied, restore.verification, !swapped.isEmpty());
    List<LeftBehind> left = new ArrayList<>(restore.left);
    left.addAll(leftOnPrimary(restore));
    List<String> sql = putBackSql(restore, tables);
    return new RestoreReport(
        restore.restoreId,
        restore.request.instanceId(),
        stopped == null ? RestorePhase.COMPLETED : RestorePhase.ABORTED,
        outcome,
        summary(restore, stopped, outcome, left),
        restore.request.requestedBy(),
        restore.request.reason(),
        restore.request.restoreTo(),
        restore.startedAt,
        now,
        MovingIn.placed(restore.objects, swapped),
        MovingIn.compared(restore.verification, swapped),
        restore.copied
            ? NotRestored.of(
                restore.objects, restore.definitions, restore.lostDefinitions, restore.engine())
            : List.of(),
        sql,
        sql.isEmpty() ? null : sqlPurpose(restore),
        left,
        notes(restore),
        cost,
        decisions);
  }

  private static String summary(
      Restore restore, String stopped, Outcome outcome, List<LeftBehind> left) {
    return "%s%s%s; %s."
        .formatted(
            stopped == null ? "" : "Stopped: " + stopped + ". ",
            OutcomeWords.of(outcome, restore.objects, restore.verification),
            restore.verification == null ? "" : ", " + verified(restore.verification),
            left.isEmpty()
                ? "no temporaries are left"
                : "%s %s left to look at"
                    .formatted(Counted.of(left.size(), "thing"), left.size() == 1 ? "is" : "are"));
  }

  private static String verified(VerificationSummary verification) {
    return switch (verification.verdict()) {
      case VerificationSummary.EQUAL, VerificationSummary.EQUAL_WHERE_COMPARED ->
          "verified: " + verification.method();
      case VerificationSummary.ACCEPTED -> "accepted with differences";
      case VerificationSummary.DIFFERENT -> "not equal to the clone";
      default -> verification.method();
    };
  }

  /** What stays on the primary of a copy that did not come to its end: only people remove that. */
  private static List<LeftBehind> leftOnPrimary(Restore restore) {
    List<LeftBehind> left = new ArrayList<>();
    if (restore.copied) {
      return left;
    }
    for (String database : restore.createdDatabases) {
      left.add(
          new LeftBehind(
              "database " + database,
              "this restore created it; what is in a primary is removed by people only",
              "DROP DATABASE " + restore.engine().sql().quote(database)));
    }
    if (restore.copyMayHaveBegun) {
      for (ObjectTarget object : restore.objects) {
        if (!restore.createdDatabases.contains(object.targetDatabase())) {
          left.add(
              new LeftBehind(
                  "what DTS may have copied into database " + object.targetDatabase(),
                  "the copy did not come to its end",
                  restore.engine().sql().tablesWithTime(object.targetDatabase())
                      + " -- tells when each table was made: DROP TABLE those of this copy"));
        }
      }
    }
    return left;
  }

  /** DTS may make its account the definer of what it brings, and the account goes at the end. */
  private static Stream<String> runByTheTemporaryAccount(Restore restore) {
    String account = RestoreMark.accountName(restore.restoreId) + "@";
    return restore.verification == null
        ? Stream.empty()
        : restore.verification.tables().stream()
            .filter(compared -> compared.differences() != null)
            .filter(
                compared ->
                    compared.differences().stream()
                        .anyMatch(
                            difference ->
                                difference.target() != null
                                    && difference.target().contains(account)))
            .map(
                compared ->
                    "%s %s runs as the temporary account of this restore, which has gone: what uses it fails with error 1449 until it is made anew with a definer that stays"
                        .formatted(compared.kind().word(), compared.target()));
  }

  private static List<String> putBackSql(Restore restore, List<TableComparison> tables) {
    if (!restore.swap.isEmpty()) {
      return List.of(SwapSql.undo(restore.swap) + "; -- undoes the swap");
    }
    if (!restore.merged.isEmpty()) {
      return Merges.undoSql(restore);
    }
    return restore.copied
        ? PutBackSql.of(
            restore.objects, tables, restore.restoreId, restore.engine(), restore.freePlaces)
        : List.of();
  }

  private static SqlPurpose sqlPurpose(Restore restore) {
    if (!restore.swap.isEmpty()) {
      return SqlPurpose.UNDO_SWAP;
    }
    if (!restore.merged.isEmpty()) {
      return SqlPurpose.UNDO_MERGE;
    }
    return restore.engine().movesTables() ? SqlPurpose.PUT_BACK : SqlPurpose.PUT_BACK_BY_HAND;
  }

  private static String setAside(SwapLook look) {
    return "Table %s had the place of %s until the swap; nothing of ours drops it. When nobody needs it any more: DROP TABLE %s;"
        .formatted(look.table().aside(), look.table().current(), SwapSql.sql(look.table().aside()));
  }

  static String perhapsMoved(SwapTable table) {
    return "Whether %s is the restored table is not known, since its move was stopped and nobody could look: it is if %s exists: SHOW TABLES FROM `%s`;"
        .formatted(table.current(), table.aside(), table.aside().database());
  }

  private static String movedIn(SwapTable table) {
    return "Table %s was copied as %s and moved into its place afterwards, which was free; back: RENAME TABLE %s TO %s;"
        .formatted(
            table.current(),
            table.restored(),
            SwapSql.sql(table.current()),
            SwapSql.sql(table.restored()));
  }

  private static String perhapsMovedIn(SwapTable table) {
    return "Whether %s has moved into its place is not known, since that was stopped and nobody could look: it has not if it is still there as %s."
        .formatted(table.current(), table.restored());
  }

  private static List<String> notes(Restore restore) {
    List<String> notes = new ArrayList<>();
    if (restore.phase != RestorePhase.PLANNING) {
      notes.add(
          "Whitelist group %s stays on %s with %s in it, which lets nobody in: RDS cannot delete a group."
              .formatted(
                  RestoreMark.WHITELIST_GROUP,
                  restore.request.instanceId(),
                  RestoreMark.CLOSED_WHITELIST));
    }
    restore.movedIn.forEach(table -> notes.add(movedIn(table)));
    if (!restore.movedIn.isEmpty() && restore.autoIncrementFloor() > 0) {
      notes.add(
          "Moved tables with an AUTO_INCREMENT column go on from %d at least (autoIncrementFloor)."
              .formatted(restore.autoIncrementFloor()));
    }
    restore.movingIn.forEach(table -> notes.add(perhapsMovedIn(table)));
    restore.movedDatabases.forEach(
        object ->
            notes.add(
                "Database %s was copied as %s and moved to its own name afterwards, which was free."
                    .formatted(object.database(), object.targetDatabase())));
    if (restore.movingDatabase != null) {
      notes.add(
          "Whether database %s has moved to its own name is not known, since that was stopped and nobody could look: SHOW TABLES FROM %s; all of its tables move or none."
              .formatted(
                  restore.movingDatabase.database(),
                  restore.engine().sql().quote(restore.movingDatabase.database())));
    }
    restore.staysBeside.stream()
        .filter(
            note ->
                restore.swap.stream()
                    .noneMatch(look -> note.startsWith(MoveInPhase.staysBeside(look.table()))))
        .forEach(notes::add);
    restore.swap.stream()
        .filter(look -> look.aside() != null)
        .map(ReportWriter::setAside)
        .forEach(notes::add);
    restore.moving.forEach(table -> notes.add(perhapsMoved(table)));
    notes.addAll(Merges.notes(restore));
    if (restore.undo != null) {
      notes.add(UndoStays.sentence(restore) + ".");
    }
    notes.addAll(SafetyNet.notes(restore));
    runByTheTemporaryAccount(restore).forEach(notes::add);
    if (restore.copied && restore.swap.isEmpty() && restore.moving.isEmpty()) {
      // Also what was copied by a plan that somebody has changed since.
      restore.createdDatabases.stream()
          .filter(
              created ->
                  restore.objects.stream()
                      .noneMatch(object -> object.database().equalsIgnoreCase(created)))
          .forEach(
              database ->
                  notes.add(
                      "Database %s was made by this restore, and nothing of ours drops it. When nobody needs it any more: DROP DATABASE %s;"
                          .formatted(database, restore.engine().sql().quote(database))));
    }
    return notes;
  }
}
