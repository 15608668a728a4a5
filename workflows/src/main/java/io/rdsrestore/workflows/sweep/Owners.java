package io.rdsrestore.workflows.sweep;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which restores have not ended, as Temporal says.
 *
 * @param running restore ids by the instances that are in use: the primaries of restores that run,
 *     and their clones
 * @param kept ids of restores whose clone is kept by a workflow that runs
 * @param ended how those ended that Temporal still knows, by restore id, for people
 * @param known instances of which this namespace knows a restore, running or ended; null, of an
 *     older version: all
 * @param namespace whose namespace was asked
 */
public record Owners(
    Map<String, String> running,
    Set<String> kept,
    Map<String, String> ended,
    Set<String> known,
    String namespace) {

  boolean runs(String restoreId) {
    return restoreId != null && running.containsValue(restoreId);
  }

  boolean keeps(String restoreId) {
    return restoreId != null && kept.contains(restoreId);
  }

  /** Whether the restore of something would be known here. */
  boolean knowsOf(Marked thing) {
    return known == null
        || known.contains(Objects.requireNonNullElse(thing.primaryId(), ""))
        || known.contains(Objects.requireNonNullElse(thing.instanceId(), ""))
        || ended.containsKey(Objects.requireNonNullElse(thing.restoreId(), ""));
  }

  /** Whether a restore that runs has to do with an instance. */
  public boolean uses(String instanceId) {
    return instanceId != null && running.containsKey(instanceId);
  }
}
