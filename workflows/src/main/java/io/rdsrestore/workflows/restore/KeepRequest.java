package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.TaskStatus;
import io.rdsrestore.workflows.swap.UndoOffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the workflow that takes care of what outlives a restore is told by the restore that ends.
 * Read leniently: the two may run on different builds.
 *
 * @param restoreId whose clone it is; the mark that is looked for before it is removed
 * @param request of the restore
 * @param kept the clone; null: none is kept
 * @param earlierClones that this restore had released; they count where a cost is limited
 * @param price of an hour of the clone
 * @param maxCost what all clones may cost; null: no limit
 * @param until when the clone is removed; null: none is kept
 * @param task a DTS job that could not be released, and must go before the clone; null: none
 * @param notifications whom the worker tells; null: nobody
 * @param undo what can still be taken back; null: nothing
 * @param accounts by which it is; null: as the request says
 * @param policy what it lets nobody do; null: it has no policy
 * @param audited whether it keeps an audit
 */
record KeepRequest(
    String restoreId,
    RestoreRequest request,
    @JsonProperty("clone") CloneStatus kept,
    List<CloneStatus> earlierClones,
    Price price,
    BigDecimal maxCost,
    Instant until,
    TaskStatus task,
    NotifyFacts notifications,
    UndoOffer undo,
    Accounts accounts,
    PolicyFacts policy,
    boolean audited) {

  static KeepRequest of(Restore restore, Instant until) {
    return new KeepRequest(
        restore.restoreId,
        restore.request,
        until == null ? null : restore.clone,
        List.copyOf(restore.earlierClones),
        restore.price,
        restore.maxCost,
        until,
        restore.begun.contains(Restore.Ours.JOB) ? restore.task : null,
        restore.notifications,
        restore.undo,
        restore.accounts,
        restore.policy,
        restore.audit.isKept());
  }

  /** Empty if it is none. */
  static Optional<KeepRequest> read(String json) {
    try {
      KeepRequest read = RestoreJson.mapper().readValue(json, KeepRequest.class);
      return Optional.ofNullable(read).filter(KeepRequest::isWhole);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private boolean isWhole() {
    return restoreId != null
        && request != null
        && request.instanceId() != null
        && request.regionId() != null
        && request.limits() != null
        && (undo == null || undo.until() != null)
        && (until == null ? undo != null : isCloneWhole());
  }

  private boolean isCloneWhole() {
    return kept != null && kept.instanceId() != null && kept.boughtAt() != null && price != null;
  }

  /** What is known from now on. */
  void tell(Restore restore) {
    restore.request = request;
    restore.clone = kept;
    if (earlierClones != null) {
      restore.earlierClones.addAll(earlierClones);
    }
    restore.price = price;
    restore.maxCost = maxCost;
    restore.keptUntil = until;
    restore.task = task;
    restore.notifications = notifications;
    restore.policy = policy;
    restore.audit.know(audited);
    restore.undo = undo;
    restore.accounts = accounts == null ? request.accounts() : accounts;
    if (kept != null) {
      restore.begun.add(Restore.Ours.CLONE);
    }
    if (task != null) {
      restore.begun.add(Restore.Ours.JOB);
    }
  }
}
