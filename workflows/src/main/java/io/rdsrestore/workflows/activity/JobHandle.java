package io.rdsrestore.workflows.activity;

/**
 * The job that exists now.
 *
 * @param jobId DtsJobId
 * @param dtsInstanceId DtsInstanceId; null while it is not bought
 */
public record JobHandle(String jobId, String dtsInstanceId) {}
