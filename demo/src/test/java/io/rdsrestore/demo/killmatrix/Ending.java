package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreReport;
import java.util.ArrayList;
import java.util.List;

/**
 * How a restore ended.
 *
 * @param calls its calls that change something, in their order
 * @param struck whether the blow has fallen
 * @param more what was not as it had to be on the way
 */
record Ending(
    RestoreReport report,
    String restoreId,
    String instanceId,
    List<Point.OnCall> calls,
    boolean struck,
    List<String> more) {

  /**
   * All that is not as it has to be, in words.
   *
   * @param calm how its story ends undisturbed; null for the calm run itself
   */
  List<String> complaints(Cell cell, Oracle oracle, Ending calm) {
    List<String> complaints = new ArrayList<>(oracle.left(instanceId, restoreId));
    complaints.addAll(more);
    boolean completes = cell.end() == RestorePhase.COMPLETED;
    if (report.end() != cell.end()) {
      complaints.add(
          "it ended as %s, not %s: %s".formatted(report.end(), cell.end(), report.summary()));
    }
    if (!report.restoreId().equals(restoreId)) {
      complaints.add("it has another id, %s, not %s".formatted(report.restoreId(), restoreId));
    }
    check(complaints, "clone", oracle, completes);
    check(complaints, "dts", oracle, completes);
    if (calm != null && !struck) {
      complaints.add("nothing has happened to it; its calls: " + calls);
    }
    if (calm != null && cell.endsAsCalm() && !told().equals(calm.told())) {
      complaints.add(
          "the report is not that of the calm run:\n  %s\n  %s".formatted(told(), calm.told()));
    }
    return complaints;
  }

  private void check(List<String> complaints, String kind, Oracle oracle, boolean completes) {
    List<LedgerEntry> bought = oracle.bought(restoreId, kind);
    if (bought.size() > 1 || (completes && bought.isEmpty())) {
      complaints.add("of kind %s was bought: %s".formatted(kind, bought));
    }
  }

  /** The report without what is different in each run: ids, times and numbers. */
  String told() {
    return RestoreJson.write(report)
        .replace(instanceId, "PRIMARY")
        .replace(restoreId, "RESTORE")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z", "TIME")
        .replaceAll("rm-[a-z0-9]{10,}", "CLONE")
        .replaceAll("\"number\":\\d+,", "")
        .replaceAll("plan [0-9a-f]{12}", "plan HASH");
  }
}
