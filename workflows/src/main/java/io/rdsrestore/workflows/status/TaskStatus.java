package io.rdsrestore.workflows.status;

/**
 * The DTS migration task.
 *
 * @param jobId DTS: DtsJobId
 * @param dtsInstanceId DTS: DtsInstanceId; null until it was bought
 * @param name DTS: DtsJobName
 * @param state as last seen (DTS: Status); {@code removed} once it is gone
 * @param prechecks how many prechecks have ended
 */
public record TaskStatus(
    String jobId, String dtsInstanceId, String name, String state, int prechecks) {}
