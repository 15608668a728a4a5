package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.CopyRate;
import java.time.Duration;
import java.util.List;

/**
 * The migration task that shall exist.
 *
 * @param regionId of both ends
 * @param restoreId whose it is
 * @param name DtsJobName: unique, carries the mark
 * @param knownJobId null if no answer ever named one
 * @param cloneId SourceEndpointInstanceID
 * @param source login on the clone
 * @param primaryId DestinationEndpointInstanceID
 * @param target login on the primary
 * @param objects what becomes DbList
 * @param structure StructureInitialization
 * @param data DataInitialization
 * @param targetTableMode Reserve.targetTableMode: {@code "0"} or {@code "2"}
 * @param rate Reserve.fullDynamicConfig
 * @param unknownOutcomeWait see {@link io.rdsrestore.workflows.request.Limits}
 * @param engine of both ends; MySQL in what builds wrote that knew no other
 */
public record EnsureJob(
    String regionId,
    String restoreId,
    String name,
    String knownJobId,
    String cloneId,
    AccountLogin source,
    String primaryId,
    AccountLogin target,
    List<ObjectTarget> objects,
    boolean structure,
    boolean data,
    String targetTableMode,
    CopyRate rate,
    Duration unknownOutcomeWait,
    Engine engine) {
  public EnsureJob {
    engine = engine == null ? Engine.MYSQL : engine;
  }
}
