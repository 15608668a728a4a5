package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergeNote;
import io.rdsrestore.workflows.merge.MergePlan;
import io.rdsrestore.workflows.merge.MergeTable;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Rows of restored tables are put into the current ones: first counted, then, by a decision that
 * names what was counted, written; and taken out again by another.
 */
final class Merges {
  private final Restore restore;
  private final Steps steps;
  private final Gates gates;
  private final Journal journal;

  Merges(Restore restore, Steps steps, Gates gates, Journal journal) {
    this.restore = restore;
    this.steps = steps;
    this.gates = gates;
    this.journal = journal;
  }

  /** What the run before this one had begun comes to its end. */
  void goOn() {
    if (restore.unmerging) {
      undo();
    } else if (restore.merging != null && restore.merged.isEmpty()) {
      merge();
    }
  }

  /** Whether rows are merged, and can be taken out again. */
  boolean isDone() {
    return !restore.merged.isEmpty();
  }

  /** What was counted is not what is wanted. */
  void forget() {
    restore.mergePlan = null;
  }

  /** Counts, or writes what has been counted if the decision names that. */
  void decided(Decision decision, List<SwapLook> looks) {
    if (decision.planHash() == null) {
      count(decision, looks);
    } else {
      mergeIfStillSo(restore.mergePlan);
    }
  }

  /** Hours may lie between the count and the decision. */
  private void mergeIfStillSo(MergePlan plan) {
    MergePlan now = new MergePlan(plan.mode(), plan.where(), read(tables(restore, plan)));
    if (now.isMoreThan(plan)) {
      restore.mergePlan = now;
      journal.note("More would be merged now than was decided: asking again");
      return;
    }
    restore.merging = now;
    restore.mergePlan = null;
    restore.merges++;
    merge();
  }

  private void count(Decision decision, List<SwapLook> looks) {
    journal.doing("Counting what a merge would do");
    List<MergeTable> tables =
        looks.stream()
            .filter(Merges::canBeMerged)
            .filter(look -> decision.names(look.table().current()))
            .map(look -> MergeTable.of(look.table(), restore.restoreId, restore.merges + 1))
            .toList();
    MergeTables wanted =
        new MergeTables(
            restore.primaryLogin(),
            decision.mode(),
            restore.restoreId,
            decision.where(),
            tables,
            restore.request.limits().threadsRunning());
    restore.mergePlan = new MergePlan(decision.mode(), decision.where(), read(wanted));
  }

  private List<MergeLook> read(MergeTables wanted) {
    return steps.must(
        "count what a merge would do",
        () -> Steps.databases(ActivityPolicies.compare("count for a merge")).readMerge(wanted));
  }

  private void merge() {
    journal.doing("Merging rows into the current tables");
    restore.merged =
        orGivenUp(
            () ->
                steps.must(
                    "merge the rows",
                    () -> Steps.databases(ActivityPolicies.merge("merge")).ensureMerged(wanted())));
    restore.merged.forEach(
        table -> journal.note("%s: %s".formatted(table.table().current(), table.text())));
  }

  /** Takes it out again. */
  void undo() {
    journal.doing("Taking the merge out again");
    restore.unmerging = true;
    List<UnmergedTable> undone =
        orGivenUp(
            () ->
                steps.must(
                    "take the merge out again",
                    () ->
                        Steps.databases(ActivityPolicies.merge("undo of the merge"))
                            .ensureUnmerged(wanted())));
    for (UnmergedTable table : undone) {
      MergeNote note = undoneNote(table);
      journal.note("%s: %s".formatted(note.table(), undoneText(table)));
      restore.mergeNotes.add(note);
    }
    clear();
  }

  private static String undoneText(UnmergedTable table) {
    return "merge undone: " + table.text();
  }

  /** What its undo has come to, for the report. */
  static MergeNote undoneNote(UnmergedTable table) {
    return new MergeNote(
        table.table().current(), undoneText(table) + ". " + dropped(table.table()));
  }

  /** Another plan is made while a step fails: what has begun is kept for the report. */
  private <T> T orGivenUp(Supplier<T> step) {
    try {
      return step.get();
    } catch (ChangeOfPlan change) {
      restore.mergeNotes.add(new MergeNote(null, restore.merging.begun()));
      clear();
      throw change;
    }
  }

  private void clear() {
    restore.merging = null;
    restore.merged = List.of();
    restore.unmerging = false;
  }

  private MergeTables wanted() {
    return tables(restore, restore.merging);
  }

  /** What is asked of the databases for a plan. */
  static MergeTables tables(Restore restore, MergePlan plan) {
    return new MergeTables(
        restore.primaryLogin(),
        plan.mode(),
        restore.restoreId,
        plan.where(),
        plan.tables(),
        restore.request.limits().threadsRunning());
  }

  /** Whether a table can be asked about: it stands beside one that is there. */
  static boolean canBeMerged(SwapLook look) {
    return look.state() == SwapState.BESIDE && look.current() != null;
  }

  private boolean mayBeMerged(SwapLook look) {
    return canBeMerged(look)
        && counted(look.table().current()).map(MergeLook::isPossible).orElse(true);
  }

  /** What has become of merges of a table before, for its gate; empty if there was none. */
  String undone(QualifiedName current) {
    return restore.mergeNotes.stream()
        .filter(note -> note.table() == null || note.table().equals(current))
        .map(note -> ". " + note.text())
        .collect(Collectors.joining());
  }

  /** What is asked when rows are merged. */
  Optional<Decision> ask() {
    return gates.ask(
        GateRequest.of(
            GateKind.SWAP,
            "Rows are merged into %s; look whether the application is well with them. A swap is not offered: it would set aside what has just been merged"
                .formatted(Counted.of(restore.merged.size(), "current table")),
            restore.merged.stream().map(Merges::item).toList(),
            List.of(
                Choice.of(
                    Action.LEAVE,
                    "the merged rows stay, what they replaced is kept in the saved tables; the restore ends"),
                Choice.of(
                    Action.UNDO,
                    "inserted rows are removed and replaced ones put back, where they are still as the merge left them; you are asked again"))));
  }

  private static GateItem item(MergedTable table) {
    return GateItem.of(table.table().current().toString(), table.text(), null);
  }

  /** What has been counted for a table; empty if nothing has. */
  Optional<MergeLook> counted(QualifiedName current) {
    return restore.mergePlan == null
        ? Optional.empty()
        : restore.mergePlan.looks().stream()
            .filter(look -> look.table().current().equals(current))
            .findFirst();
  }

  /** How a merge can be decided while the tables stand beside. */
  List<Choice> choices(List<SwapLook> looks) {
    List<Choice> choices = new ArrayList<>();
    MergePlan plan = restore.mergePlan;
    if (plan != null && plan.rows() > 0) {
      choices.add(
          Choice.of(
              Action.MERGE,
              "with this planHash: %swhat was counted (%s, %s) is written, in parts, what it replaces is saved first; then you are asked again, and can undo it. Without planHash: counted anew"
                  .formatted(
                      SafetyNet.announcement(restore), Counted.of(plan.rows(), "row"), plan.text()),
              Map.of("planHash", plan.hash())));
    } else if (looks.stream().anyMatch(this::mayBeMerged)) {
      choices.add(
          Choice.of(
              Action.MERGE,
              "counts which rows it would insert (mode missing), replace (changed) or both, and asks again; writes nothing yet. May name tables, and where: an SQL condition on one table's rows",
              Map.of("mode", "missing")));
    }
    return choices;
  }

  /**
   * What follows from a decision to merge; its choice tells all that may.
   *
   * @param next the gate that asks then
   */
  static String answer(Restore restore, Decision decision, String next) {
    if (decision.planHash() == null) {
      return "in %s the rows are counted that a merge would %s; nothing is written yet, %s shows the count and asks again"
          .formatted(
              decision.tables() == null ? "all tables" : String.join(", ", decision.tables()),
              switch (decision.mode()) {
                case MISSING -> "insert";
                case CHANGED -> "replace";
                case BOTH -> "insert or replace";
              },
              next);
    }
    return "%swhat was counted (%s) is written now, what it replaces is saved first; %s asks then, and can take it out again"
        .formatted(
            SafetyNet.announcement(restore, decision),
            Counted.of(restore.mergePlan.rows(), "row"),
            next);
  }

  /** What the report says of merges. */
  static List<String> notes(Restore restore) {
    List<String> notes =
        restore.mergeNotes.stream().map(MergeNote::sentence).collect(Collectors.toList());
    if (restore.merging != null && (restore.merged.isEmpty() || restore.unmerging)) {
      notes.add(
          restore.unmerging
              ? "The undo of a merge did not come to its end. " + restore.merging.begun()
              : restore.merging.begun());
    } else {
      restore.merged.forEach(
          table ->
              notes.add(
                  "%s: %s. %s"
                      .formatted(table.table().current(), table.text(), dropped(table.table()))));
    }
    return notes;
  }

  private static String dropped(MergeTable table) {
    return "When nobody needs it any more: DROP TABLE %s;"
        .formatted(SqlName.quote(table.saved().database(), table.saved().name()));
  }

  /** What takes merges back after the end; empty if there is nothing. */
  static List<String> undoSql(Restore restore) {
    return restore.merged.stream().flatMap(table -> table.undoSql().stream()).toList();
  }
}
