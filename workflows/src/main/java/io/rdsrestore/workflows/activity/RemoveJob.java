package io.rdsrestore.workflows.activity;

/**
 * The job that shall be gone.
 *
 * @param jobId null if no answer ever named one; it is looked up by name as well
 */
public record RemoveJob(String regionId, String restoreId, String jobId, String name) {}
