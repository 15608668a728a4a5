package io.rdsrestore.workflows.plan;

import java.util.List;

/**
 * Where everything goes, now that the primary has been looked into.
 *
 * @param objects every one decided
 * @param conflicts what stands in the way, blockers one and all; empty if nothing does
 */
public record ChosenTargets(List<ObjectTarget> objects, List<PlanCheck> conflicts) {}
