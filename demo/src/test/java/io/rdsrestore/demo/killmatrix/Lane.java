package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.SampleHistory;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.ArrayList;
import java.util.List;

/** Where one cell with databases runs at a time: a cloud, its primary, and a slot. */
final class Lane implements AutoCloseable {
  private static final String ASIDE =
      "SELECT table_name FROM information_schema.tables"
          + " WHERE table_schema = 'shop' AND table_name LIKE 'orders\\_before\\_%'";

  private final Sandbox sandbox;
  private final Slot slot;
  private final Shop shop;
  private final Owner owner;
  private final SampleHistory history;
  private final TableFingerprint lost;

  /** Does the damage. */
  Lane(Sandbox sandbox, Slot slot) {
    this.sandbox = sandbox;
    this.slot = slot;
    shop = new Shop(sandbox);
    owner = new Owner(sandbox);
    history = SampleHistory.beginningAt(new CloudLook(sandbox).windowBegin(Sandbox.SAMPLE_PRIMARY));
    shop.run(
        "SET foreign_key_checks = 0",
        "DELETE FROM shop.orders ORDER BY id LIMIT 1",
        // It would be in the way of a swap.
        "DROP TRIGGER shop.orders_audit");
    lost = LostDatabase.make(shop);
  }

  /** A calm run before all others: its worker leaves behind what makes others start fast. */
  void learn() {
    slot.addLearningWorker();
    var unused = complaints(Cell.calm(Story.COMPARED));
    slot.stopWorkers();
  }

  /** Runs one to its end; all that is not as it has to be. */
  List<String> complaints(Cell cell) {
    try (Scene scene = scene(cell.story())) {
      Arrival arrival = arrival(cell.story());
      Ending ending = new CellRun(cell, slot, sandbox, Sandbox.SAMPLE_PRIMARY, scene).run();
      List<String> complaints =
          new ArrayList<>(ending.complaints(cell, new CloudLook(sandbox), null));
      if (!ending.struck()) {
        complaints.add("nothing has happened to it; its calls: " + ending.calls());
      }
      if (cell.end() == RestorePhase.COMPLETED) {
        complaints.addAll(ofVerdict(cell, ending));
      }
      if (scene != null) {
        complaints.addAll(scene.complaints(ending.report(), cell));
      }
      if (arrival != null) {
        complaints.addAll(
            arrival.complaints(ending.report(), cell.end() == RestorePhase.COMPLETED));
      }
      return complaints;
    } finally {
      slot.end(RestoreContract.workflowId(Sandbox.SAMPLE_PRIMARY));
      tidy(cell.story());
    }
  }

  /** A cell that went wrong is not to spoil the next one. */
  private void tidy(Story story) {
    for (String aside : owner.texts(ASIDE)) {
      shop.run("DROP TABLE shop.orders", "RENAME TABLE shop.%s TO shop.orders".formatted(aside));
    }
    MergeScene.tidy(shop, owner);
    MoveScene.tidy(shop, owner);
    if (story == Story.HOME) {
      LostDatabase.tidy(shop, owner);
    }
    shop.run(
        "DROP DATABASE IF EXISTS shop_back",
        "DELETE FROM shop.orders WHERE remark LIKE '%s%%'".formatted(Application.MARK));
  }

  /** Null where nobody writes meanwhile. */
  private Scene scene(Story story) {
    TableFingerprint restored = history.at(Story.BEFORE_DAMAGE).get("orders");
    if (story.merges()) {
      return new MergeScene(sandbox, restored);
    }
    return story.swaps() ? new SwapScene(sandbox, restored) : null;
  }

  /** Null where nothing moves to a free place. */
  private Arrival arrival(Story story) {
    return switch (story) {
      case MOVED -> new MoveScene(sandbox, history.at(Story.BEFORE_DAMAGE).get("orders"));
      case HOME -> new LostDatabase(sandbox, lost);
      default -> null;
    };
  }

  private static List<String> ofVerdict(Cell cell, Ending ending) {
    VerificationSummary told = ending.report().verification();
    return told.verdict().equals(cell.story().verdict())
        ? List.of()
        : List.of("its verdict is " + told);
  }

  @Override
  public void close() {
    slot.close();
    sandbox.close();
  }
}
