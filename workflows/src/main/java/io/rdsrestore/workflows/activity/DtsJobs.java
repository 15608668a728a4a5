package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * The DTS jobs around a primary.
 *
 * @param writing those that write to it, and all that carry any restore's mark for it
 * @param reading those that read it
 */
public record DtsJobs(List<Leftover> writing, SourceJobs reading) {}
