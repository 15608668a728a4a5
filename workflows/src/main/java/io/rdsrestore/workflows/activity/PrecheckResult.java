package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * How a precheck ended.
 *
 * @param passed whether nothing keeps the job from copying
 * @param jobState DTS: Status
 * @param findings what did not pass, and warnings
 */
public record PrecheckResult(boolean passed, String jobState, List<PrecheckFinding> findings) {}
