package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.RestorePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminated restore has left.
 *
 * @param billed ids of its clones and DTS jobs
 * @param all these, and its account
 */
record Remains(
    CloudLook cloud, String instanceId, String restoreId, List<String> billed, List<String> all) {

  static Remains of(CloudLook cloud, String instanceId, String restoreId) {
    return new Remains(
        cloud,
        instanceId,
        restoreId,
        cloud.billed(restoreId),
        cloud.remains(instanceId, restoreId));
  }

  /**
   * The next restore has to warn of it, and to leave it alone; the whitelist group is one for all
   * restores.
   */
  List<String> complaints(RestorePlan nextPlan) {
    List<String> complaints = new ArrayList<>();
    if (billed.isEmpty()) {
      complaints.add("the terminated restore has left nothing");
    }
    List<String> warnings =
        nextPlan.checks().stream()
            .filter(check -> check.status() == CheckStatus.WARNING)
            .map(check -> check.message() + " -- " + check.remedy())
            .toList();
    for (String id : billed) {
      if (warnings.stream()
          .noneMatch(warning -> warning.contains(id) && warning.contains("sweep"))) {
        complaints.add(
            "the next plan does not warn of %s and name sweep: %s".formatted(id, warnings));
      }
    }
    List<String> gone = new ArrayList<>(all);
    gone.removeAll(cloud.remains(instanceId, restoreId));
    if (!gone.isEmpty()) {
      complaints.add("the next restore has touched what is not its own: " + gone);
    }
    return complaints;
  }
}
