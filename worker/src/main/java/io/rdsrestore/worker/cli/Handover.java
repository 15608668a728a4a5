package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a person needs to finish a restore by hand: from its status, or, while no worker runs, from
 * the memo that Temporal keeps. There are no passwords in it.
 *
 * @param workflowId of the restore
 * @param restoreId its id
 * @param regionId region of primary and clone; null if the search attributes do not tell
 * @param primaryId the primary
 * @param phase where it stands; null if nobody tells
 * @param waitingFor the open gate; null for none
 * @param restoreTo the restore point; null where only the memo answers
 * @param objects what goes where; empty where only the memo answers
 * @param cloneId null if none was bought, or it is gone
 * @param dtsJobId null if none was configured, or it is gone
 * @param account the temporary account on both ends; null if there is none
 * @param whitelistGroup the group of ours on both ends
 * @param cost so far; null where only the memo answers, or nothing was bought
 * @param fromMemo whether no worker has answered
 * @param steps the manual procedure
 * @param removeWith the commands that remove what is there
 */
record Handover(
    String workflowId,
    String restoreId,
    String regionId,
    String primaryId,
    RestorePhase phase,
    String waitingFor,
    String restoreTo,
    List<ObjectTarget> objects,
    String cloneId,
    String dtsJobId,
    String account,
    String whitelistGroup,
    Cost cost,
    boolean fromMemo,
    List<HandoverStep> steps,
    List<String> removeWith) {

  private static final String GONE = "removed";

  /**
   * Of what is known.
   *
   * @param regionId as the search attribute has it; may be null
   * @param instanceId likewise, of the primary: what outlives its restore does not go by its name
   */
  static Handover of(Execution execution, String regionId, String instanceId) {
    RestoreStatus status = execution.status();
    Map<String, String> memo = execution.memo();
    boolean fromMemo = status == null;
    RestorePhase phase = fromMemo ? phase(memo.get("phase")) : status.phase();
    String region = fromMemo || status.regionId() == null ? regionId : status.regionId();
    String known = fromMemo || status.instanceId() == null ? instanceId : status.instanceId();
    String primary = Objects.requireNonNullElseGet(known, () -> Handle.of(execution));
    String clone = fromMemo ? clone(memo) : clone(status.cloneStatus());
    String job = fromMemo ? memo.get("dtsJobId") : job(status.task());
    String account = memo.get("account");
    boolean planned = !fromMemo && status.plan() != null;
    String gate =
        fromMemo
            ? memo.get("waitingFor")
            : status.waitingFor() == null ? null : status.waitingFor().gate();
    return new Handover(
        execution.workflowId(),
        fromMemo ? memo.get("restoreId") : status.restoreId(),
        region,
        primary,
        phase,
        RestoreContract.WAITING_FOR_NOTHING.equals(gate) ? null : gate,
        planned && status.plan().restoreTo() != null ? status.plan().restoreTo().describe() : null,
        planned ? Lists.of(status.plan().objects()) : List.of(),
        clone,
        job,
        account,
        RestoreMark.WHITELIST_GROUP,
        fromMemo ? null : status.cost(),
        fromMemo,
        HandoverStep.all(phase, primary, clone, job, account),
        removals(region, primary, clone, job, account));
  }

  private static RestorePhase phase(String name) {
    return Arrays.stream(RestorePhase.values())
        .filter(phase -> phase.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether it is still there older versions do not say: then it is better looked for. */
  private static String clone(Map<String, String> memo) {
    boolean mayBeThere = memo.containsKey("cloneSince") || !memo.containsKey("phaseSince");
    return mayBeThere ? memo.get("cloneId") : null;
  }

  private static String clone(CloneStatus clone) {
    return clone == null || clone.removedAt() != null ? null : clone.instanceId();
  }

  private static String job(TaskStatus task) {
    return task == null || GONE.equals(task.state()) ? null : task.jobId();
  }

  /** The job first: as long as it is there it may write again. */
  private static List<String> removals(
      String regionId, String primary, String clone, String job, String account) {
    String region = Objects.requireNonNullElse(regionId, "REGION");
    List<String> commands = new ArrayList<>();
    if (job != null) {
      commands.add("aliyun dts DeleteDtsJob --RegionId %s --DtsJobId %s".formatted(region, job));
    }
    if (account != null) {
      commands.add(
          "aliyun rds DeleteAccount --RegionId %s --DBInstanceId %s --AccountName %s"
              .formatted(region, primary, account));
    }
    commands.add(
        "aliyun rds ModifySecurityIps --RegionId %s --DBInstanceId %s --DBInstanceIPArrayName %s --ModifyMode Cover --SecurityIps %s"
            .formatted(region, primary, RestoreMark.WHITELIST_GROUP, RestoreMark.CLOSED_WHITELIST));
    if (clone != null) {
      commands.add(
          "aliyun rds DeleteDBInstance --RegionId %s --DBInstanceId %s".formatted(region, clone));
    }
    return commands;
  }
}
