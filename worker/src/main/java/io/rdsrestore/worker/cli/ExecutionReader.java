package io.rdsrestore.worker.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all that Temporal and the workflow tell of one restore. */
final class ExecutionReader {
  private static final Logger log = LoggerFactory.getLogger(ExecutionReader.class);

  private final WorkflowStub stub;
  private final String askedFor;
  private final DataConverter converter;

  /**
   * A reader of one restore.
   *
   * @param askedFor the id as the person gave it, for messages
   * @param converter the client's: memo and pending steps come as they are stored
   */
  ExecutionReader(WorkflowStub stub, String askedFor, DataConverter converter) {
    this.stub = stub;
    this.askedFor = askedFor;
    this.converter = converter;
  }

  Execution read() {
    WorkflowExecutionDescription description = describe();
    WorkflowExecutionStatus state = description.getStatus();
    boolean running = state == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    RestoreStatus status = queryOrNull();
    RestoreReport report = null;
    String failure = null;
    if (state == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED) {
      report = stub.getResult(RestoreReport.class);
    } else if (!running && status != null && status.report() != null) {
      // Temporal's cancel leaves no result, but the restore has cleaned up and reported.
      report = status.report();
    } else if (!running) {
      failure = failure(state);
    }
    return new Execution(
        description.getExecution().getWorkflowId(),
        description.getExecution().getRunId(),
        state,
        status,
        report,
        failure,
        PayloadText.ofAll(
            description.getWorkflowExecutionInfo().getMemo().getFieldsMap(), converter),
        running ? LiveFigure.of(description, converter) : null);
  }

  /** The same; null if the server does not answer for now, so that it is worth asking again. */
  Execution readOrNull() {
    try {
      return read();
    } catch (StatusRuntimeException e) {
      if (isPassing(e)) {
        return null;
      }
      throw e;
    }
  }

  private WorkflowExecutionDescription describe() {
    try {
      return stub.describe();
    } catch (WorkflowNotFoundException e) {
      throw new UserError(
          ExitCode.FAILED,
          "No restore is known as %s in this namespace; ./rds-restore list shows those there are."
              .formatted(askedFor),
          e);
    }
  }

  private RestoreStatus queryOrNull() {
    try {
      return stub.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
    } catch (WorkflowQueryException | WorkflowServiceException | StatusRuntimeException e) {
      log.debug("No answer to the query", e);
      return null;
    }
  }

  private String failure(WorkflowExecutionStatus state) {
    try {
      stub.getResult(Object.class);
      return RunState.word(state);
    } catch (WorkflowFailedException e) {
      Throwable cause = e.getCause();
      return cause instanceof ApplicationFailure failure
          ? failure.getType() + ": " + failure.getOriginalMessage()
          : RunState.word(state);
    }
  }

  /** True if the server does not answer for now, so that it is worth asking again. */
  static boolean isPassing(StatusRuntimeException e) {
    Status.Code code = e.getStatus().getCode();
    return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
  }
}
