package io.rdsrestore.worker.temporal;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.sweep.SweepLookRequest;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import java.time.Duration;
import java.util.List;

/** The Temporal Schedule that looks every hour for what has outlived its restore. */
public final class SweepSchedule {
  /** Its id in the namespace. */
  public static final String ID = "rds-restore-sweep";

  private static final String WORKFLOW_ID = "restore-sweep-look";
  private static final Duration EVERY = Duration.ofHours(1);

  /** Looks missed while the server was down are not made up for. */
  private static final Duration CATCH_UP = Duration.ofMinutes(10);

  private static final Duration LONGEST_LOOK = Duration.ofMinutes(50);

  private final ScheduleClient client;

  public SweepSchedule(WorkflowClient client) {
    this.client =
        ScheduleClient.newInstance(
            client.getWorkflowServiceStubs(),
            ScheduleClientOptions.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setDataConverter(client.getOptions().getDataConverter())
                .build());
  }

  /**
   * Installs it, or gives the one that is there these regions.
   *
   * @return true if it is new
   */
  public boolean install(List<String> regions) {
    Schedule schedule = schedule(regions);
    try {
      client.createSchedule(ID, schedule, ScheduleOptions.newBuilder().build());
      return true;
    } catch (ScheduleAlreadyRunningException there) {
      client.getHandle(ID).update(before -> new ScheduleUpdate(schedule));
      return false;
    }
  }

  private static Schedule schedule(List<String> regions) {
    return Schedule.newBuilder()
        .setSpec(
            ScheduleSpec.newBuilder()
                .setIntervals(List.of(new ScheduleIntervalSpec(EVERY)))
                .build())
        .setPolicy(
            SchedulePolicy.newBuilder()
                .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                .setCatchupWindow(CATCH_UP)
                .build())
        .setAction(
            ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(RestoreContract.SWEEP_WORKFLOW_TYPE)
                .setArguments(new SweepLookRequest(regions))
                .setOptions(
                    WorkflowOptions.newBuilder()
                        .setWorkflowId(WORKFLOW_ID)
                        .setTaskQueue(RestoreContract.TASK_QUEUE)
                        .setWorkflowRunTimeout(LONGEST_LOOK)
                        .build())
                .build())
        .build();
  }
}
