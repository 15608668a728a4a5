package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.verdict.CopyRemains;
import io.rdsrestore.workflows.verdict.remedies.CopyFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks what to do about a copy that failed. Lists what it has made, and lets nobody retry while a
 * table without a key stands there half filled.
 */
final class CopyFailures extends Phase {

  CopyFailures(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
  }

  /** Returns once a retry cannot double any row. */
  void ask(MigrationLook look) {
    String id = restore.task.jobId();
    String reason = "The copy by DTS job %s failed at %d %%".formatted(id, look.percent());
    CopyRemains remains = remains();
    do {
      List<GateItem> items = new ArrayList<>();
      look.changes().forEach(change -> items.add(changed(change)));
      items.addAll(CopyFailure.items(look.message(), restore.names()));
      items.addAll(remains.items());
      steps.use(
          gates.askAfterFailure(
              reason,
              items,
              remains.keyless().isEmpty()
                  ? "DTS goes on where it stopped"
                  : "once no table without a key is left half filled, DTS goes on where it stopped"));
      remains = remains();
      reason = "A table without a key is still there, half filled; a retry would double its rows";
    } while (!remains.keyless().isEmpty());
  }

  private GateItem changed(String change) {
    return GateItem.of(
        restore.request.instanceId(),
        change + ", which may be why the copy failed",
        "put the table back as it was and retry, or copy again under other names");
  }

  private CopyRemains remains() {
    return CopyRemains.of(
        restore.objects, restore.primaryReachable ? read() : SchemaFacts.unreachable("not tried"));
  }

  private SchemaFacts read() {
    return steps.must(
        "look at what the copy has made",
        () ->
            Steps.databases(ActivityPolicies.read("what the copy has made"))
                .readSchema(
                    new ReadSchema(
                        restore.primaryLogin(), restore.request.objects(), targetNames())));
  }

  private List<TargetNames> targetNames() {
    return restore.objects.stream()
        .map(
            object ->
                new TargetNames(
                    object.targetDatabase(),
                    object.isWhole()
                        ? List.of()
                        : object.tables().stream().map(TableSelection::targetName).toList(),
                    object.isWhole()))
        .toList();
  }
}
