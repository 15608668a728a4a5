package io.rdsrestore.workflows.plan;

import java.util.List;

/**
 * Whether the plan can tell beforehand that a precheck item of DTS will fail.
 *
 * @param item as DTS names it
 * @param checks ids of the rows that predict it; empty if none can
 * @param why why none can, or what the rows leave open; null if nothing
 */
public record PrecheckPrediction(String item, List<String> checks, String why) {}
