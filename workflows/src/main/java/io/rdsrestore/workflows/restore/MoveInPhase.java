package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.OwnPlaces;
import io.rdsrestore.workflows.swap.MovingIn;
import io.rdsrestore.workflows.swap.Swap;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verdict.MoveInChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables that were copied beside, so that nobody sees them half filled, move to places of their own
 * that are free. What has such a place is not touched: then the restored table stays beside.
 */
final class MoveInPhase extends Phase {
  private final PlaceLook places;
  private final DatabaseMoves databases;
  private final HomeDatabases homes;

  MoveInPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
    places = new PlaceLook(restore, journal);
    databases = new DatabaseMoves(restore, steps, gates, journal);
    homes = new HomeDatabases(restore);
  }

  /** Whether a person is to be asked. */
  static boolean isAsked(Restore restore) {
    return isWanted(restore) && choice(restore) == MoveInChoice.ASK;
  }

  /** Whether there is anything to move that has not been. */
  private static boolean isWanted(Restore restore) {
    return restore.copied
        && !restore.moveInSettled
        && !(candidates(restore).isEmpty() && DatabaseMoves.candidates(restore).isEmpty());
  }

  private static MoveInChoice choice(Restore restore) {
    return MoveInChoice.of(restore.request, restore.verification, restore.primaryReachable);
  }

  /** A table that the clone does not hold must not be taken for one that has moved. */
  private static List<SwapTable> candidates(Restore restore) {
    return MovingIn.tables(restore.request, restore.objects, restore.restoreId).stream()
        .filter(table -> restore.cloneHeld(table.restored()))
        .toList();
  }

  /** What a choice says that accepts differences; empty if nothing would move. */
  static String announcement(Restore restore) {
    return isWanted(restore)
        ? "; then you are asked whether tables move into free places of their own"
        : "";
  }

  /** Moves what nobody has to be asked about; still in {@code VERIFYING}, as its last step. */
  void settleVerified() {
    MoveInChoice choice = choice(restore);
    if (!isWanted(restore) || choice == MoveInChoice.ASK) {
      return;
    }
    if (choice == MoveInChoice.NOW) {
      moveAll();
    } else {
      stay();
    }
    restore.moveInSettled = true;
  }

  void ask() {
    journal.enter(RestorePhase.SWAPPING, "Looking whether the places of the tables are free");
    askAboutAll();
    restore.moveInSettled = true;
  }

  private void moveAll() {
    List<SwapTable> tables = candidates(restore);
    if (!tables.isEmpty()) {
      move(tables);
    }
    databases.move();
  }

  private void stay() {
    journal.note(
        restore.primaryReachable
            ? "The restored tables stay beside: they are not verified"
            : "The restored tables stay beside: the worker does not reach the primary");
  }

  private void askAboutAll() {
    while (true) {
      List<SwapLook> free = freePlaces(candidates(restore));
      List<ObjectTarget> lost = DatabaseMoves.candidates(restore);
      if (free.isEmpty() && lost.isEmpty()) {
        journal.note("The restored tables stay beside: no place of their own is free");
        return;
      }
      Optional<Decision> decision = gates.ask(gate(free, lost));
      if (decision.isEmpty() || decision.get().action() == Action.LEAVE) {
        return;
      }
      if (decision.get().action() == Action.SWAP) {
        moveAll();
        return;
      }
    }
  }

  private List<SwapLook> freePlaces(List<SwapTable> tables) {
    return tables.isEmpty()
        ? List.of()
        : steps.must("look whether their places are free", () -> read(tables)).stream()
            .filter(SwapLook::hasFreePlace)
            .toList();
  }

  private GateRequest gate(List<SwapLook> free, List<ObjectTarget> lost) {
    return GateRequest.of(
        GateKind.SWAP,
        "%s beside, and nothing has %s"
            .formatted(
                lost.isEmpty()
                    ? SwappingPhase.restoredTables(free.size())
                    : "What is restored stands",
                free.size() == 1 && lost.isEmpty() ? "its place" : "their places"),
        Stream.concat(
                free.stream()
                    .map(look -> GateItem.of(look.table().current().toString(), look.text(), null)),
                lost.stream()
                    .map(
                        object ->
                            GateItem.of(
                                object.database(),
                                "the whole database, restored as " + object.targetDatabase(),
                                null)))
            .toList(),
        List.of(
            Choice.of(
                Action.SWAP, "they move there in one statement; what has a place by then stays"),
            Choice.of(Action.LEAVE, "they stay beside; the report has the SQL that moves them"),
            Choice.of(Action.RETRY, "they are looked at again")));
  }

  private void move(List<SwapTable> tables) {
    journal.doing("Moving the restored tables into their places");
    restore.movingIn = tables;
    // Where no answer came they may have moved all the same.
    moved(tables).ifPresentOrElse(this::known, this::settle);
  }

  /** Empty if it failed, and a person does not want it to be tried again. */
  private Optional<List<SwapLook>> moved(List<SwapTable> tables) {
    while (true) {
      try {
        return Optional.of(Steps.attempt(() -> attempt(tables)));
      } catch (StepFailed failed) {
        if (!askAfterFailure(failed.trouble())) {
          return Optional.empty();
        }
      }
    }
  }

  private List<SwapLook> attempt(List<SwapTable> tables) {
    List<String> lost = lostHomes(tables);
    if (!lost.isEmpty()) {
      homes.make(lost);
    }
    return Steps.databases(ActivityPolicies.swap("move into place"))
        .ensureMovedIn(restore.swapTables(tables, homes.made(lost)));
  }

  /** Databases of their places that the primary had no more. */
  private List<String> lostHomes(List<SwapTable> tables) {
    return tables.stream()
        .map(table -> table.current().database())
        .distinct()
        .filter(database -> OwnPlaces.isLost(database, restore.primary, restore.restoreId))
        .toList();
  }

  /** True to try again. */
  private boolean askAfterFailure(Trouble trouble) {
    Optional<Decision> decision =
        gates.askToRetryOrDoWithout(
            "Could not move the restored tables into their places",
            trouble,
            "it is tried again",
            "they stay beside; the report has the SQL that moves them");
    decision.ifPresent(steps::use);
    return decision.filter(said -> said.action() == Action.RETRY).isPresent();
  }

  private void known(List<SwapLook> looks) {
    restore.movingIn = List.of();
    List<SwapTable> moved =
        looks.stream()
            .filter(look -> look.state() == SwapState.SWAPPED)
            .map(SwapLook::table)
            .toList();
    restore.movedIn.addAll(moved);
    restore.objects = MovingIn.placed(restore.objects, moved);
    restore.verification = MovingIn.compared(restore.verification, moved);
    restore.plan = restore.plan.withObjects(restore.objects);
    for (SwapLook look : looks) {
      if (look.state() == SwapState.SWAPPED) {
        inPlace(look);
      } else {
        String stays =
            staysBeside(look.table())
                + (look.obstacles().isEmpty()
                    ? "it was not moved"
                    : String.join("; ", look.obstacles()));
        restore.staysBeside.add(stays);
        if (look.hasFreePlace()) {
          restore.freePlaces.add(look.table().current());
        }
        journal.note(stays);
      }
    }
    lostHomes(looks.stream().map(SwapLook::table).toList()).stream()
        .filter(restore.createdDatabases::contains)
        .filter(home -> moved.stream().noneMatch(table -> table.current().database().equals(home)))
        .map(homes::emptyNote)
        .forEach(restore.staysBeside::add);
  }

  /** What is said of a table that stays where it was copied, up to the reason. */
  static String staysBeside(SwapTable table) {
    return "%s stays beside as %s: ".formatted(table.current(), table.restored());
  }

  private void inPlace(SwapLook look) {
    journal.note("%s is in its place".formatted(look.table().current()));
    for (String lacking : look.obstacles()) {
      String lacks = "%s is in its place, but %s".formatted(look.table().current(), lacking);
      restore.staysBeside.add(lacks);
      journal.note(lacks);
    }
  }

  private List<SwapLook> read(List<SwapTable> tables) {
    return places.read(Swap.objects(tables));
  }

  /** As {@link SwappingPhase#settle}. */
  void settle() {
    databases.settle();
    if (!restore.movingIn.isEmpty()) {
      places.settle(() -> known(Steps.attempt(() -> read(restore.movingIn))));
    }
  }
}
