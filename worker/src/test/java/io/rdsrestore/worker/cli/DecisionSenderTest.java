package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What somebody is told whose decision got no answer. */
class DecisionSenderTest {
  private static final WorkflowExecution EXECUTION =
      WorkflowExecution.newBuilder().setWorkflowId("restore/rm-1").setRunId("run").build();

  @Test
  void whereTheServerIsSilentItMayHaveArrived() {
    for (Status status : new Status[] {Status.DEADLINE_EXCEEDED, Status.UNAVAILABLE}) {
      assertThatThrownBy(
              () ->
                  send(
                      new WorkflowServiceException(
                          EXECUTION, "RestoreToPrimary", new StatusRuntimeException(status))))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the decision may have arrived, or not")
          .hasMessageContaining("status before sending it again");
    }
  }

  @Test
  void aRefusalOfTheServerIsNoSilence() {
    assertThatThrownBy(() -> send(new StatusRuntimeException(Status.PERMISSION_DENIED)))
        .isInstanceOf(StatusRuntimeException.class);
  }

  @Test
  void aRestoreThatHasEndedIsSaidToHave() {
    assertThatThrownBy(
            () -> send(new WorkflowNotFoundException(EXECUTION, "RestoreToPrimary", null)))
        .hasMessage("The restore has ended meanwhile: there is nothing to decide.");
  }

  private static void send(RuntimeException failure) throws InterruptedException {
    WorkflowStub stub =
        (WorkflowStub)
            Proxy.newProxyInstance(
                DecisionSenderTest.class.getClassLoader(),
                new Class<?>[] {WorkflowStub.class},
                (proxy, method, arguments) -> {
                  throw failure;
                });
    new DecisionSender(stub).send(Decision.of(Action.APPROVE, "approval-1", "ana", null));
  }
}
