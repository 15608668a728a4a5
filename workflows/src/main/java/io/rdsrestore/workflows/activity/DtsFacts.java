package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * What DTS tells about a primary.
 *
 * @param addresses that it connects from
 * @param writing jobs that write to it, and all that carry any restore's mark for it
 * @param reading jobs that read it
 */
public record DtsFacts(List<String> addresses, List<Leftover> writing, SourceJobs reading) {}
