package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.language.PageSpeaker;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import io.rdsrestore.workflows.verdict.RunningCost;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people see of a restore: status, search attributes, memo, current details, timeline.
 *
 * <p>Search attributes and memo are written once all that goes on has come to a halt: what changes
 * twice within a workflow task costs one event each, and nobody could have seen it in between.
 */
final class Journal {
  private static final int MOST_ENTRIES = 200;

  private final Restore restore;
  private final GateKeeper keeper;
  private final List<TimelineEntry> timeline = new ArrayList<>();
  private final Map<String, SearchAttributeUpdate<?>> changed = new TreeMap<>();
  private final PageSpeaker speaker = new PageSpeaker();
  private boolean memoChanged;
  private boolean writesSoon;

  Journal(Restore restore, GateKeeper keeper, List<TimelineEntry> before) {
    this.restore = restore;
    this.keeper = keeper;
    timeline.addAll(before);
  }

  /** The restore has been admitted: from now on it can be found. */
  void begin() {
    show(RestoreContract.INSTANCE, restore.request.instanceId());
    show(RestoreContract.REGION, restore.request.regionId());
    show(RestoreContract.PHASE, restore.phase.name());
    show(RestoreContract.WAITING_FOR, RestoreContract.WAITING_FOR_NOTHING);
    remember();
    note("Asked for by %s: %s".formatted(restore.request.requestedBy(), restore.request.reason()));
  }

  /**
   * Another run has taken over. Search attributes came along, the page did not, and the memo not in
   * every case: Temporal may have refused the change of runs once before it took it.
   */
  void goOn() {
    note("Temporal's history was full: a new run of the workflow goes on");
    remember();
    showDetails();
  }

  /** A phase begins. */
  void enter(RestorePhase phase, String doing) {
    if (restore.phase != phase) {
      restore.phase = phase;
      restore.progress = null;
      keeper.enter(phase, Clock.now());
      show(RestoreContract.PHASE, phase.name());
      remember();
    }
    doing(doing);
    if (phase.isEnd()) {
      write();
    }
  }

  /** What is going on right now. */
  void doing(String text) {
    restore.doing = text;
    note(text);
    showDetails();
  }

  /** A person is waited for. */
  void waiting(Gate gate) {
    show(RestoreContract.WAITING_FOR, gate.kind().word());
    remember();
    note("Waiting at %s: %s".formatted(gate.gate(), gate.reason()));
    showDetails();
  }

  /** A person has been waited for so long that it is said again. */
  void reminded(Gate gate) {
    note(gate.reminder());
    showDetails();
  }

  /** The gate is behind us. */
  void waitingNoMore(String because) {
    show(RestoreContract.WAITING_FOR, RestoreContract.WAITING_FOR_NOTHING);
    remember();
    note(because);
    showDetails();
  }

  /** What a person needs when no worker runs to answer the query. */
  void remember() {
    memoChanged = true;
    writeSoon();
  }

  private void show(SearchAttributeKey<String> key, String value) {
    changed.put(key.getName(), key.valueSet(value));
    writeSoon();
  }

  /** Begun now, it runs when whoever called has come to wait for something: in the same task. */
  private void writeSoon() {
    if (!writesSoon) {
      writesSoon = true;
      var unused = Async.procedure(this::write);
    }
  }

  /** At once: nothing comes after it, the run ends. */
  void write() {
    writesSoon = false;
    if (!changed.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(
          changed.values().toArray(SearchAttributeUpdate<?>[]::new));
      changed.clear();
    }
    if (memoChanged) {
      memoChanged = false;
      Workflow.upsertMemo(memo());
    }
  }

  private Map<String, Object> memo() {
    Map<String, Object> memo = new HashMap<>();
    memo.put("restoreId", restore.restoreId);
    memo.put("phase", restore.phase.name());
    memo.put(
        "waitingFor", keeper.open().map(Gate::gate).orElse(RestoreContract.WAITING_FOR_NOTHING));
    // What is null is removed from what Temporal keeps.
    memo.put("waitingSince", keeper.open().map(gate -> gate.since().toString()).orElse(null));
    memo.put(
        "phaseSince",
        TimelineEntry.entered(restore.phase, timeline).map(Instant::toString).orElse(null));
    if (restore.keptUntil == null) {
      memo.put("whitelistGroup", RestoreMark.WHITELIST_GROUP);
    } else {
      memo.put("keptUntil", restore.keptUntil.toString());
    }
    if (restore.undo != null) {
      memo.put("undoUntil", restore.undo.until().toString());
    }
    if (restore.accounts != null && restore.accounts.isManaged()) {
      memo.put("account", RestoreMark.accountName(restore.restoreId));
    }
    if (restore.clone != null) {
      memo.put("cloneId", restore.clone.instanceId());
      boolean costs = restore.clone.boughtAt() != null && restore.clone.removedAt() == null;
      memo.put("cloneSince", costs ? restore.clone.boughtAt().toString() : null);
      memo.put("perHour", costs && restore.price != null ? restore.price.text() : null);
    }
    if (restore.task != null) {
      memo.put("dtsJobId", restore.task.jobId());
    }
    return memo;
  }

  void note(String text) {
    if (timeline.size() == MOST_ENTRIES) {
      // The first entries tell how it began; of the rest the newest matter.
      timeline.remove(MOST_ENTRIES / 4);
    }
    timeline.add(new TimelineEntry(Clock.now(), restore.phase, text));
  }

  void showDetails() {
    Language language = restore.request == null ? Language.EN : restore.request.language();
    Workflow.setCurrentDetails(
        speaker.page(language, say -> DetailsPage.of(restore.workflowId, status(), say)));
  }

  RestoreStatus status() {
    return new RestoreStatus(
        restore.restoreId,
        restore.request == null ? null : restore.request.instanceId(),
        restore.request == null ? null : restore.request.regionId(),
        restore.phase,
        keeper.shown().orElse(null),
        restore.doing,
        restore.plan,
        restore.clone,
        restore.task,
        restore.progress,
        keeper.records(),
        List.copyOf(timeline),
        cost(),
        restore.keptUntil,
        restore.report);
  }

  /** What the clones have cost so far; null if none was bought. */
  Cost cost() {
    return restore.allClones().isEmpty() || restore.price == null
        ? null
        : RunningCost.of(restore.price, restore.allClones(), Clock.now());
  }

  List<TimelineEntry> timeline() {
    return List.copyOf(timeline);
  }
}
