package io.rdsrestore.workflows.activity;

/**
 * A DTS job that reads an instance.
 *
 * @param id DtsJobId
 * @param name DtsJobName
 * @param kind {@code migration}, {@code synchronization} or {@code change tracking}
 * @param status as DTS spells it
 */
public record SourceJob(String id, String name, String kind, String status) {}
