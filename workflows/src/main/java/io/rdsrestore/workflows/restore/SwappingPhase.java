package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.Afterwards;
import io.rdsrestore.workflows.swap.Swap;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Restored tables take the places of the current ones, or rows of them are merged into these, and
 * go back, as often as a person decides so. Nothing is moved without a decision that names its
 * gate; nobody deciding leaves all of it where it is.
 */
final class SwappingPhase extends Phase {
  private final Merges merges;
  private final SafetyNet safetyNet;
  private final PlaceLook places;

  SwappingPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
    merges = new Merges(restore, steps, gates, journal);
    safetyNet = new SafetyNet(restore, steps, journal);
    places = new PlaceLook(restore, journal);
  }

  /** Whether somebody wants to be asked, and there is something to ask about. */
  static boolean isWanted(Restore restore) {
    return restore.request.afterwards() == Afterwards.ASK
        && restore.primaryReachable
        && Swap.isPossible(restore.objects);
  }

  void run() {
    journal.enter(RestorePhase.SWAPPING, "Looking at the tables that could change places");
    grant();
    merges.goOn();
    List<SwapLook> looks = restore.swap.isEmpty() ? look() : restore.swap;
    while (!looks.isEmpty()) {
      Optional<Decision> decision = merges.isDone() ? merges.ask() : ask(looks);
      if (decision.isEmpty() || decision.get().action() == Action.LEAVE) {
        return;
      }
      looks =
          switch (decision.get().action()) {
            case SWAP -> swap(decision.get(), looks);
            case MERGE -> merge(decision.get(), looks);
            case UNDO -> undo(looks);
            default -> lookAnew();
          };
    }
    journal.note("No restored table stands beside: there is nothing to swap");
  }

  /** The account was made for the databases that DTS writes into. */
  private void grant() {
    if (restore.accounts.isManaged()) {
      steps.must(
          "grant the temporary account the databases of the current tables",
          () ->
              Steps.rds(ActivityPolicies.ensure("grants for the swap", Duration.ZERO))
                  .ensureAccount(
                      restore.temporaryAccount(restore.primaryReference(), databases())));
    }
  }

  private List<String> databases() {
    List<String> there =
        restore.objects.stream()
            .map(ObjectTarget::database)
            .filter(
                name ->
                    restore.primary.databases().stream()
                        .anyMatch(database -> database.name().equals(name)))
            .toList();
    return Stream.concat(restore.targetDatabases().stream(), there.stream()).distinct().toList();
  }

  private List<SwapLook> look() {
    List<SwapLook> looks = steps.must("look at the tables to be swapped", this::read);
    if (!restore.moving.isEmpty()) {
      known(looks);
    }
    return looks;
  }

  private List<SwapLook> read() {
    // What was moved is not found where it stood.
    return places.read(restore.moving.isEmpty() ? restore.objects : Swap.objects(restore.moving));
  }

  private List<SwapLook> lookAnew() {
    merges.forget();
    return look();
  }

  private List<SwapLook> merge(Decision decision, List<SwapLook> looks) {
    if (decision.planHash() != null) {
      safetyNet.spread(decision);
    }
    merges.decided(decision, looks);
    return looks;
  }

  private List<SwapLook> swap(Decision decision, List<SwapLook> looks) {
    merges.forget();
    safetyNet.spread(decision);
    journal.doing("Swapping the tables");
    restore.moving = tables(looks).tables();
    List<SwapLook> swapped =
        steps.must(
            "swap the tables",
            () -> Steps.databases(ActivityPolicies.swap("swap")).ensureSwapped(tables(looks)));
    known(swapped);
    journal.note("The restored tables are in place");
    return swapped;
  }

  private List<SwapLook> undo(List<SwapLook> looks) {
    if (merges.isDone()) {
      merges.undo();
      return look();
    }
    journal.doing("Swapping the tables back");
    restore.moving = tables(looks).tables();
    List<SwapLook> back =
        steps.must(
            "swap the tables back",
            () -> Steps.databases(ActivityPolicies.swap("undo")).ensureSwappedBack(tables(looks)));
    known(back);
    journal.note("The tables of before are in place again");
    return back;
  }

  private void known(List<SwapLook> looks) {
    restore.moving = List.of();
    restore.swap = isSwapped(looks) ? looks : List.of();
  }

  /**
   * A restore that stops while tables are moved may not have heard how that ended, as when its
   * worker has died: looks, while it still has an account to look with, so that the report does not
   * tell where they were before.
   */
  void settle() {
    if (!restore.moving.isEmpty()) {
      places.settle(() -> known(Steps.attempt(this::read)));
    }
  }

  private SwapTables tables(List<SwapLook> looks) {
    return restore.swapTables(looks.stream().map(SwapLook::table).toList());
  }

  private Optional<Decision> ask(List<SwapLook> looks) {
    boolean swapped = isSwapped(looks);
    return gates.ask(
        new GateRequest(
            GateKind.SWAP,
            (swapped
                    ? "%s in place; look whether the application is well with them"
                        .formatted(restoredTables(looks.size()))
                    : reason(looks))
                + costOfWaiting(),
            looks.stream().map(this::item).toList(),
            swapped ? whenSwapped() : whenBeside(looks),
            restore.mergePlan == null ? null : restore.mergePlan.hash()));
  }

  private static boolean isSwapped(List<SwapLook> looks) {
    return SwapState.of(looks.stream().map(SwapLook::state).toList()) == SwapState.SWAPPED;
  }

  private static String reason(List<SwapLook> looks) {
    long blocked = looks.stream().filter(SwappingPhase::isBlocked).count();
    return blocked == 0
        ? "%s beside and can take the places of the current ones"
            .formatted(restoredTables(looks.size()))
        : "%d of %s cannot take their places"
            .formatted(blocked, Counted.of(looks.size(), "restored table"));
  }

  /** So many of them stand. */
  static String restoredTables(int number) {
    return Counted.of(number, "restored table") + (number == 1 ? " stands" : " stand");
  }

  /** The clone stays until the end, so that another restore point can still be asked for. */
  private String costOfWaiting() {
    return restore.clone == null || restore.clone.removedAt() != null
        ? ""
        : ". Until the restore ends its clone %s stays, and costs%s"
            .formatted(
                restore.clone.instanceId(),
                restore.price == null ? "" : " %s an hour".formatted(restore.price.text()));
  }

  private static boolean isBlocked(SwapLook look) {
    return look.state() != SwapState.BESIDE || !look.obstacles().isEmpty();
  }

  private GateItem item(SwapLook look) {
    Optional<MergeLook> counted = merges.counted(look.table().current());
    List<String> remedies = new ArrayList<>();
    if (!look.obstacles().isEmpty()) {
      remedies.add(
          String.join("; ", look.obstacles())
              + ": remove that and retry, or put it back by the SQL of the report");
    }
    counted
        .filter(merge -> !merge.isPossible())
        .ifPresent(
            merge ->
                remedies.add(
                    "no merge: %s: remove that and retry"
                        .formatted(String.join("; ", merge.obstacles()))));
    return GateItem.of(
        look.table().current().toString(),
        look.text()
            + counted.map(merge -> "; a merge: " + merge.text(restore.mergePlan.mode())).orElse("")
            + merges.undone(look.table().current()),
        remedies.isEmpty() ? null : String.join("; ", remedies));
  }

  private static List<Choice> whenSwapped() {
    return List.of(
        Choice.of(
            Action.LEAVE,
            "the restored tables stay in place, the tables of before stay beside them under their other names; the restore ends"),
        Choice.of(
            Action.UNDO,
            "the tables of before get their places again; what was written since stays in the restored tables"));
  }

  private List<Choice> whenBeside(List<SwapLook> looks) {
    List<Choice> choices = new ArrayList<>();
    if (looks.stream().noneMatch(SwappingPhase::isBlocked)) {
      choices.add(
          Choice.of(
              Action.SWAP,
              SafetyNet.announcement(restore)
                  + "all of them change places in one statement; the current tables are kept; then you are asked again, and can undo it"));
    }
    choices.addAll(merges.choices(looks));
    choices.add(Choice.of(Action.LEAVE, "the restored tables stay beside; the restore ends"));
    choices.add(Choice.of(Action.RETRY, "they are looked at and counted again"));
    return choices;
  }
}
