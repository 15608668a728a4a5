package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** CloneDBInstance: the purchase of a clone. */
final class CloneActions {
  private static final Logger log = LoggerFactory.getLogger(CloneActions.class);

  private final RdsContext context;
  private final Instances instances;
  private final CloneRules rules;
  private final RestorePoints restorePoints;
  private final ClientTokens tokens = new ClientTokens();

  CloneActions(RdsContext context, Instances instances, RestorePoints restorePoints) {
    this.context = context;
    this.instances = instances;
    this.restorePoints = restorePoints;
    rules = new CloneRules(context.variants());
  }

  Map<String, Object> cloneInstance(ApiCall call) {
    Instant now = context.clock().instant();
    if (context.variants().is(Variant.clientTokenRemembered)) {
      Optional<Map<String, Object>> known = tokens.find(call, now);
      if (known.isPresent()) {
        return known.get();
      }
    }
    Instance source = instances.require(call);
    rules.check(source, call);
    instances.requireRunning(source);
    RestorePoint point = restorePoints.of(source, call);
    Map<String, Object> answer = buy(source, point, call, now);
    tokens.remember(call, answer, now);
    return answer;
  }

  private Map<String, Object> buy(Instance source, RestorePoint point, ApiCall call, Instant now) {
    PrimarySpec facts = facts(source.facts(), call);
    CompletableFuture<Void> data =
        fill(source.id(), facts.id(), point, source.whitelist().entries());
    Instant due = now.plus(context.timings().cloneCreation());
    Instance clone = Instance.clone(facts, source, now, due, data, point.instant());
    var unused = data.whenComplete((done, failure) -> busyUntil(due, now));
    clone.setUnready(context.variants().text(Variant.cloneStatus));
    instances.add(clone);
    context.ledger().bought("clone", facts.id(), now, facts.description());
    return JsonBody.of("DBInstanceId", facts.id(), "OrderId", context.ids().nextNumber());
  }

  private void busyUntil(Instant due, Instant begin) {
    Instant now = context.clock().instant();
    context.busy().add(begin, now.isAfter(due) ? now : due);
  }

  /** The clone starts with today's whitelist of its source. */
  private CompletableFuture<Void> fill(
      String sourceId, String cloneId, RestorePoint point, List<String> whitelist) {
    DataPlane dataPlane = context.dataPlane();
    return CompletableFuture.runAsync(
            () -> {
              if (point.backupId() == null) {
                dataPlane.cloneAt(sourceId, cloneId, point.instant());
              } else {
                dataPlane.cloneFromBackup(sourceId, cloneId, point.backupId());
              }
              dataPlane.setWhitelist(cloneId, whitelist);
            },
            context.workers())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.error("{} stays Creating: its data could not be made", cloneId, failure);
              }
            });
  }

  private PrimarySpec facts(PrimarySpec source, ApiCall call) {
    return new PrimarySpec(
        context.ids().next("rm-", 17),
        source.regionId(),
        source.engine(),
        source.engineVersion(),
        source.category(),
        "Primary",
        call.text("DBInstanceClass", source.instanceClass()),
        call.number("DBInstanceStorage", source.storageGb()),
        call.text("DBInstanceStorageType", source.storageType()),
        "Running",
        "Unlock",
        call.text("DBInstanceDescription", ""),
        source.logBackup(),
        null,
        call.flag("DeletionProtection"),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
