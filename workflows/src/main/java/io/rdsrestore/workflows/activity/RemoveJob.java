package io.rdsrestore.workflows.activity;

import java.time.Duration;

/**
 * The job that shall be gone.
 *
 * @param jobId null if no answer ever named one; it is looked up by name as well
 * @param keepLooking how long the look-up must stay empty before it counts that nothing is there;
 *     zero where the id is known
 */
public record RemoveJob(
    String regionId, String restoreId, String jobId, String name, Duration keepLooking) {}
