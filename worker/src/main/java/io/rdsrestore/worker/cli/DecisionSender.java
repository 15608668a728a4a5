package io.rdsrestore.worker.cli;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a decision as the update {@code decide} and brings back its answer. */
final class DecisionSender {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ImmutableSet<Status.Code> SILENT =
      ImmutableSet.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.CANCELLED,
          Status.Code.UNKNOWN);

  private final WorkflowStub stub;

  DecisionSender(WorkflowStub stub) {
    this.stub = stub;
  }

  DecisionAnswer send(Decision decision) throws InterruptedException {
    // The decision's id is the update's, so that a repeated call is the same decision.
    UpdateOptions<DecisionAnswer> options =
        UpdateOptions.newBuilder(DecisionAnswer.class)
            .setUpdateName(RestoreContract.DECIDE)
            .setUpdateId(decision.id())
            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
            .build();
    try {
      WorkflowUpdateHandle<DecisionAnswer> handle = stub.startUpdate(options, decision);
      return handle.getResultAsync().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (WorkflowUpdateException e) {
      throw rejected(e);
    } catch (ExecutionException e) {
      throw unwrap(e.getCause());
    } catch (WorkflowNotFoundException | WorkflowServiceException | StatusRuntimeException e) {
      throw unanswered(e);
    } catch (TimeoutException e) {
      throw new UserError(
          ExitCode.FAILED,
          "The decision was sent, but no worker answered within %d s: look with ./rds-restore status before sending it again."
              .formatted(TIMEOUT.toSeconds()),
          e);
    }
  }

  /** Whether it has arrived nobody can tell where the server is silent: it may act. */
  private static RuntimeException unanswered(RuntimeException failure) {
    if (failure instanceof WorkflowNotFoundException) {
      return new UserError(
          ExitCode.FAILED, "The restore has ended meanwhile: there is nothing to decide.", failure);
    }
    return Throwables.getCausalChain(failure).stream()
        .filter(StatusRuntimeException.class::isInstance)
        .map(cause -> ((StatusRuntimeException) cause).getStatus().getCode())
        .filter(SILENT::contains)
        .findFirst()
        .<RuntimeException>map(
            code ->
                new UserError(
                    ExitCode.FAILED,
                    "The Temporal server did not answer (%s): the decision may have arrived, or not. Look with ./rds-restore status before sending it again."
                        .formatted(code),
                    failure))
        .orElse(failure);
  }

  private static RuntimeException unwrap(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof WorkflowUpdateException update) {
      return rejected(update);
    }
    return cause instanceof RuntimeException runtime
        ? unanswered(runtime)
        : new IllegalStateException(cause);
  }

  private static UserError rejected(WorkflowUpdateException e) {
    String reason =
        e.getCause() instanceof ApplicationFailure failure
            ? failure.getOriginalMessage()
            : "the workflow gave no reason";
    String why =
        reason.startsWith(DecisionAnswer.NOT_ACCEPTED)
            ? reason.substring(DecisionAnswer.NOT_ACCEPTED.length())
            : reason;
    return new UserError(ExitCode.FAILED, "Not accepted: " + why, e);
  }
}
