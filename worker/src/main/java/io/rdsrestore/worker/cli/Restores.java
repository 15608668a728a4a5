package io.rdsrestore.worker.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.ListedWorkflow;
import io.rdsrestore.worker.temporal.TemporalOwners;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds restores in a namespace. */
final class Restores {
  private static final Pattern RESTORE_ID = Pattern.compile("[a-z2-7]{" + RestoreId.LENGTH + "}");
  private static final String KEEPS = "WorkflowType = '" + RestoreContract.KEEP_WORKFLOW_TYPE + "'";

  /** From more nobody chooses by number. */
  private static final int MOST_ASKED = 20;

  /** Of so many, the newest, a shortened id is looked for. */
  private static final int MOST_KNOWN = 2_000;

  private final WorkflowClient client;

  Restores(WorkflowClient client) {
    this.client = client;
  }

  /**
   * The restore that a workflow id, an instance id (its latest restore), a restore id, or an
   * unambiguous part of one of them names.
   *
   * @param which asked where several are named
   */
  FoundRestore find(String id, WhichRestore which) {
    if (id.indexOf('/') >= 0) {
      return FoundRestore.whole(client.newUntypedWorkflowStub(id));
    }
    if (!RESTORE_ID.matcher(id).matches()) {
      WorkflowStub whole = client.newUntypedWorkflowStub(RestoreContract.workflowId(id));
      if (exists(whole)) {
        return FoundRestore.whole(whole);
      }
    }
    RestoreLine chosen = ShortIds.choose(id, known(id), fitting -> which.of(id, fitting));
    FoundRestore found = found(chosen);
    return id.equals(chosen.restoreId()) ? FoundRestore.whole(found.stub()) : found;
  }

  /** One of those that run, or of all, chosen from a list. */
  FoundRestore choose(boolean alsoEnded, WhichRestore which) {
    return found(
        which.ofAll(list(new ListFilter(alsoEnded ? null : false, false, null, MOST_ASKED))));
  }

  /** One of those that outlive their restore, chosen from a list. */
  FoundRestore chooseKept(WhichRestore which) {
    return found(which.ofAll(kept()));
  }

  private FoundRestore found(RestoreLine one) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            WorkflowTargetOptions.newBuilder()
                .setWorkflowId(one.workflowId())
                // One that runs may go on in another run at any moment.
                .setRunId(one.endedAt() == null ? null : one.runId())
                .build());
    return new FoundRestore(stub, "%s (restore %s)".formatted(one.workflowId(), one.restoreId()));
  }

  /** Where the server cannot list, only whole ids can be told. */
  private List<RestoreLine> known(String id) {
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(ListedWorkflow.OURS)) {
      return all.limit(MOST_KNOWN).map(Restores::line).toList();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED
          && !RESTORE_ID.matcher(id).matches()) {
        return List.of();
      }
      throw cannotList(e, "Name the restore by its instance id instead.");
    }
  }

  private static boolean exists(WorkflowStub stub) {
    try {
      var unused = stub.describe();
      return true;
    } catch (WorkflowNotFoundException e) {
      return false;
    }
  }

  /**
   * What outlives its restore: named by its own workflow id, by the restore's id, or by the
   * primary, or a part of one of them, as of {@link #find}; where several are meant somebody says
   * which.
   *
   * @param ifNone what is said beside where nothing does
   */
  FoundRestore findKept(String id, WhichRestore which, String ifNone) {
    if (id.indexOf('/') >= 0 && !RestoreContract.isRestore(id)) {
      return existing(id, ifNone);
    }
    if (RESTORE_ID.matcher(id).matches()) {
      return existing(RestoreContract.keepWorkflowId(id), ifNone);
    }
    String instance = id.substring(id.indexOf('/') + 1);
    List<RestoreLine> all = kept();
    List<RestoreLine> whole =
        all.stream().filter(one -> instance.equals(one.instanceId())).toList();
    List<RestoreLine> kept = whole.isEmpty() ? ShortIds.kept(instance, all) : whole;
    if (kept.isEmpty()) {
      throw new UserError(
          ExitCode.FAILED, "Nothing of %s is kept until an end. %s".formatted(instance, ifNone));
    }
    if (kept.size() == 1) {
      FoundRestore found = found(kept.get(0));
      return whole.isEmpty() ? found : FoundRestore.whole(found.stub());
    }
    return found(
        which
            .of(instance, kept)
            .orElseThrow(
                () ->
                    new UserError(
                        ExitCode.FAILED,
                        "Several restores of %s keep something; name one: %s"
                            .formatted(
                                instance,
                                kept.stream()
                                    .map(RestoreLine::workflowId)
                                    .collect(Collectors.joining(", "))))));
  }

  private FoundRestore existing(String keepWorkflowId, String ifNone) {
    WorkflowStub stub = client.newUntypedWorkflowStub(keepWorkflowId);
    if (!exists(stub)) {
      throw new UserError(
          ExitCode.FAILED,
          "There is no %s that keeps something. %s".formatted(keepWorkflowId, ifNone));
    }
    return FoundRestore.whole(stub);
  }

  private List<RestoreLine> kept() {
    String query = KEEPS + new ListFilter(false, false, null, MOST_KNOWN).condition();
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(query)) {
      return all.limit(MOST_KNOWN).map(Restores::line).toList();
    } catch (StatusRuntimeException e) {
      throw cannotList(e, "Name it as restore-keep/RESTORE-ID.");
    }
  }

  /** Regions that restores have run in. */
  List<String> regions() {
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(ListedWorkflow.OURS)) {
      return all.map(one -> ListedWorkflow.attribute(one, RestoreContract.REGION))
          .filter(Objects::nonNull)
          .distinct()
          .sorted()
          .toList();
    } catch (StatusRuntimeException e) {
      throw cannotList(e, "Say where to look: --region cn-hangzhou");
    }
  }

  /**
   * Those that run before those that have ended, each the newest first, at most so many: what waits
   * for long must not fall behind what has ended since.
   */
  List<RestoreLine> list(ListFilter filter) {
    List<RestoreLine> lines = new ArrayList<>();
    if (!Boolean.TRUE.equals(filter.ended())) {
      lines.addAll(lines(filter.ended(false)));
    }
    int room = filter.limit() - lines.size();
    if (!Boolean.FALSE.equals(filter.ended()) && !filter.waiting() && room > 0) {
      lines.addAll(lines(filter.ended(true).limit(room)));
    }
    return lines;
  }

  private List<RestoreLine> lines(ListFilter filter) {
    try (Stream<WorkflowExecutionMetadata> all =
        client.listExecutions(ListedWorkflow.OURS + filter.condition())) {
      return all.limit(filter.limit()).map(Restores::line).toList();
    } catch (StatusRuntimeException e) {
      throw cannotList(e, "Ask for one restore: ./rds-restore status INSTANCE.");
    }
  }

  /** All that is known of one in a list. */
  Execution read(RestoreLine one) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            WorkflowTargetOptions.newBuilder()
                .setWorkflowId(one.workflowId())
                .setRunId(one.runId())
                .build());
    return new ExecutionReader(stub, one.workflowId(), client.getOptions().getDataConverter())
        .read();
  }

  private static RestoreLine line(WorkflowExecutionMetadata one) {
    Instant cloneSince = ListedWorkflow.memoInstant(one, "cloneSince");
    return new RestoreLine(
        TemporalOwners.restoreIdOf(one),
        one.getExecution().getWorkflowId(),
        one.getExecution().getRunId(),
        ListedWorkflow.attribute(one, RestoreContract.INSTANCE),
        ListedWorkflow.attribute(one, RestoreContract.REGION),
        RunState.word(one.getStatus()),
        ListedWorkflow.attribute(one, RestoreContract.PHASE),
        // One that somebody has terminated waits for nobody.
        one.getCloseTime() == null
            ? ListedWorkflow.attribute(one, RestoreContract.WAITING_FOR)
            : null,
        ListedWorkflow.memoInstant(one, "waitingSince"),
        one.getStartTime(),
        one.getCloseTime(),
        MemoCost.of(cloneSince, ListedWorkflow.memo(one, "perHour"), Instant.now()),
        cloneSince);
  }

  private static UserError cannotList(StatusRuntimeException e, String instead) {
    Status.Code code = e.getStatus().getCode();
    if (code == Status.Code.UNIMPLEMENTED) {
      return new UserError(
          ExitCode.FAILED,
          "This Temporal server cannot list workflows (the embedded test server cannot). "
              + instead,
          e);
    }
    if (code == Status.Code.INVALID_ARGUMENT) {
      return new UserError(
          ExitCode.FAILED,
          "The namespace does not know the restore's search attributes: run ./rds-restore setup.",
          e);
    }
    throw e;
  }
}
