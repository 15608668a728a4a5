package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.oracle.Allowed;
import io.rdsrestore.demo.oracle.Decided;
import io.rdsrestore.demo.oracle.Observation;
import io.rdsrestore.demo.oracle.Oracle;
import io.rdsrestore.demo.oracle.PrimaryState;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.RestoreReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How a restore ended.
 *
 * @param calls its calls that change something, in their order
 * @param struck whether the blow has fallen
 * @param before the primary before it began
 * @param after the primary when it had ended
 * @param more what was not as it had to be on the way
 */
record Ending(
    RestoreReport report,
    String restoreId,
    String instanceId,
    List<Point.OnCall> calls,
    boolean struck,
    PrimaryState before,
    PrimaryState after,
    List<String> more) {

  /**
   * All that is not as it has to be, in words.
   *
   * @param calm how its story ends undisturbed; null for the calm run itself
   */
  List<String> complaints(Cell cell, CloudLook cloud, Ending calm) {
    List<LedgerEntry> ledger = cloud.ledger(restoreId);
    List<String> complaints =
        new ArrayList<>(Oracle.violations(observation(cell, ledger, cloud.jobs(restoreId))));
    complaints.addAll(more);
    boolean completes = cell.end() == RestorePhase.COMPLETED;
    if (report.left().stream().allMatch(Ending::staysOnPrimary) == cell.leavesClone()) {
      complaints.add("it says that this is left: " + report.left());
    }
    if (report.end() != cell.end()) {
      complaints.add(
          "it ended as %s, not %s: %s".formatted(report.end(), cell.end(), report.summary()));
    }
    if (!report.restoreId().equals(restoreId)) {
      complaints.add("it has another id, %s, not %s".formatted(report.restoreId(), restoreId));
    }
    check(complaints, "clone", ledger, cell.story().clones(), completes);
    check(complaints, "dts", ledger, 1, completes);
    if (calm != null && !struck) {
      complaints.add("nothing has happened to it; its calls: " + calls);
    }
    if (calm != null && cell.endsAsCalm() && !told().equals(calm.told())) {
      complaints.add(
          "the report is not that of the calm run:\n  %s\n  %s".formatted(told(), calm.told()));
    }
    return complaints;
  }

  private Observation observation(Cell cell, List<LedgerEntry> ledger, List<String> jobs) {
    // After a reset the approval has the time at which it came to the new run.
    boolean timeIsKept = !(cell.what() instanceof Deed deed && deed.resets());
    return new Observation(
        restoreId,
        ledger,
        jobs,
        timeIsKept,
        Decided.approvedAt(report.decisions()),
        Decided.askedAgain(report.decisions()),
        report,
        null,
        null,
        false,
        List.of(),
        0,
        0,
        Set.of(),
        before,
        restored(cell),
        after,
        false);
  }

  /** The one table that every story brings back, where the plan put it. */
  private Allowed restored(Cell cell) {
    return Allowed.table(
        report.objects().stream()
            .map(ObjectTarget::targetDatabase)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("shop"),
        cell.story().restoredTable());
  }

  /** What is in a primary only people remove: that is as it has to be. */
  private static boolean staysOnPrimary(LeftBehind left) {
    return left.what().contains("database ");
  }

  private static void check(
      List<String> complaints,
      String kind,
      List<LedgerEntry> ledger,
      int wanted,
      boolean completes) {
    List<LedgerEntry> bought = ledger.stream().filter(entry -> entry.kind().equals(kind)).toList();
    if (bought.size() > wanted || (completes && bought.size() < wanted)) {
      complaints.add("of kind %s was bought: %s".formatted(kind, bought));
    }
  }

  /**
   * The report without what is different in each run: ids, times and numbers. A reset brings what
   * was said at a gate to the new run before the gate is open there: then it does not count.
   */
  String told() {
    return RestoreJson.write(report)
        .replaceAll("\\{[^{}]*answers what a gate shows, so it is not kept[^{}]*},?", "")
        .replace(instanceId, "PRIMARY")
        .replace(restoreId, "RESTORE")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z", "TIME")
        .replaceAll("rm-[a-z0-9]{10,}", "CLONE")
        .replaceAll("\"number\":\\d+,", "")
        .replaceAll("plan [0-9a-f]{12}", "plan HASH");
  }
}
