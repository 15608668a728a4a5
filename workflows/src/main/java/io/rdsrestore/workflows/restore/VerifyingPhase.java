package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.guard.SourceCheck;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verdict.DifferenceText;
import io.rdsrestore.workflows.verdict.VerificationVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares clone and target by our own connections, and asks where they differ. */
final class VerifyingPhase extends Phase {

  private final GateKeeper keeper;
  private final Pausing pausing;

  VerifyingPhase(Restore restore, Steps steps, Gates gates, Journal journal, GateKeeper keeper) {
    super(restore, steps, gates, journal);
    this.keeper = keeper;
    pausing = new Pausing(restore, steps, gates, journal, keeper);
  }

  void run() {
    journal.enter(RestorePhase.VERIFYING, "Comparing what was copied with the clone");
    if (restore.request.verify() == VerifyMode.NONE || !restore.request.migratesData()) {
      notVerified(
          restore.request.migratesData()
              ? "not compared, by the request"
              : "not compared: only the structure was migrated");
      return;
    }
    if (!restore.primaryReachable) {
      notVerified("not compared: the worker does not reach the primary");
      return;
    }
    // A difference that a person is asked about already is not looked for again.
    boolean again =
        gates.unanswered(GateKind.DIFFERENCE).isEmpty()
            || restore.verification == null
            || askAboutDifference(restore.verification.tables());
    while (again) {
      again = compare();
    }
  }

  /** True to compare once more. */
  private boolean compare() {
    if (restore.pausedBecause != null) {
      var unused = pausing.awaitResume("the comparison begins again");
    }
    PressureWatch pressure = new PressureWatch(restore);
    Optional<List<TableComparison>> compared;
    keeper.pausable(true);
    try {
      compared =
          Steps.attempt(
              () ->
                  steps.interruptible(
                      this::comparison,
                      () -> keeper.pause().isPresent() || pressure.found().isPresent()));
    } catch (StepFailed failed) {
      return askAfterFailure(failed.trouble());
    } finally {
      keeper.pausable(false);
      pressure.stop();
    }
    if (compared.isEmpty()) {
      restore.pausedBecause = pressure.found().orElseGet(pausing::wish);
      keeper.paused();
      return true;
    }
    List<TableComparison> comparisons = compared.get();
    restore.verification =
        VerificationVerdict.of(
            comparisons,
            restore.request.verify(),
            restore.keepsExistingRows(),
            sourceCheck(comparisons));
    return VerificationSummary.DIFFERENT.equals(restore.verification.verdict())
        && askAboutDifference(comparisons);
  }

  private SourceCheck sourceCheck(List<TableComparison> comparisons) {
    return SourceCheck.of(
        restore.cloneRows, restore.cloneChanges, restore.cloneMayRun, comparisons);
  }

  private List<TableComparison> comparison() {
    return Steps.databases(ActivityPolicies.compare("compare clone and primary"))
        .compareTables(
            new CompareTables(
                restore.cloneLogin(),
                restore.primaryLogin(),
                restore.objects,
                restore.request.verify(),
                restore.keepsExistingRows(),
                restore.request.migratesStructure(),
                restore.copyEndedAt,
                restore.request.limits().threadsRunning()));
  }

  private boolean askAfterFailure(Trouble trouble) {
    Optional<Decision> decision =
        gates.askToRetryOrDoWithout(
            "Could not compare",
            trouble,
            "it is compared again",
            "the copied data stays; the report will say \"not compared\"");
    if (decision.isPresent() && decision.get().action() == Action.RETRY) {
      return true;
    }
    notVerified("not compared: " + trouble.message());
    return false;
  }

  private boolean askAboutDifference(List<TableComparison> comparisons) {
    List<GateItem> items = new ArrayList<>();
    comparisons.stream()
        .filter(table -> table.verdict() == ComparisonVerdict.DIFFERENT)
        .map(VerifyingPhase::item)
        .forEach(items::add);
    String reason = reason(items.size(), comparisons.size());
    sourceCheck(comparisons).changes().forEach(change -> items.add(itemOfClone(change)));
    Optional<Decision> decision =
        gates.ask(
            GateRequest.of(
                GateKind.DIFFERENCE,
                reason,
                items,
                List.of(
                    Choice.of(Action.RETRY, "they are compared again"),
                    Choice.of(
                        Action.APPROVE,
                        "the copied data stays; the report will say \"accepted with differences\""
                            + MoveInPhase.announcement(restore)),
                    Choice.of(
                        Action.ABORT,
                        "the restore ends and removes its temporaries; the copied data stays"))));
    if (decision.isEmpty()) {
      notVerified("nobody decided about the differences; the copied data stays");
      return false;
    }
    if (decision.get().action() == Action.APPROVE) {
      restore.verification =
          new VerificationSummary(
              VerificationSummary.ACCEPTED,
              restore.verification.method(),
              restore.verification.tables(),
              restore.verification.source());
    }
    return decision.get().action() == Action.RETRY;
  }

  private static GateItem item(TableComparison table) {
    return GateItem.of(table.target(), DifferenceText.of(table), DifferenceText.remedy(table));
  }

  private static String reason(int different, int compared) {
    return different == 0
        ? "The copy is equal to the clone, but the clone has been changed before it was copied or since"
        : "%d of %d objects on the primary are not equal to the clone"
            .formatted(different, compared);
  }

  private GateItem itemOfClone(String change) {
    return GateItem.of(
        restore.clone.instanceId(),
        change,
        "look who changed the clone: what is missing there is missing in the copy, too");
  }

  private void notVerified(String why) {
    List<TableComparison> tables =
        restore.verification == null ? List.of() : restore.verification.tables();
    restore.verification =
        new VerificationSummary(VerificationSummary.NOT_VERIFIED, why, tables, null);
    journal.note("Verification: " + why);
  }
}
