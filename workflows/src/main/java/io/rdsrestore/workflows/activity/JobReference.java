package io.rdsrestore.workflows.activity;

/**
 * A job of ours.
 *
 * @param name DtsJobName; its mark is looked at before anything is changed
 */
public record JobReference(
    String regionId, String restoreId, String jobId, String dtsInstanceId, String name) {}
