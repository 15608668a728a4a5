package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a restore. */
@Command(
    name = "start",
    description = {
      "Starts the restore that a request describes.",
      "The request is checked here first; all its problems are named at once, and nothing is started",
      "while there is one. At a terminal the plan is then shown, with its price, and you are asked;",
      "what you approve is exactly that plan. Nothing is bought before."
    },
    footer = {
      "",
      "The smallest request:",
      "  {\"regionId\": \"cn-hangzhou\", \"instanceId\": \"rm-primary01\",",
      "   \"restoreTo\": {\"time\": \"2026-11-22T16:15:00+08:00\"},",
      "   \"objects\": [{\"database\": \"shop\", \"tables\": [\"orders\"]}],",
      "   \"requestedBy\": \"ana\", \"reason\": \"INC-4711: orders lost their status\"}",
      "",
      "Exit codes: 0 started, and approved if you were asked; 1 it could not be started, or has ended;",
      "2 wrong usage; 3 a person is waited for.",
      "",
      "Examples:",
      "  rds-restore start -f restore.json --watch",
      "  rds-restore start -f restore.json --yes --max-cost 20",
      "  generate-request | rds-restore start -f - --json"
    })
public final class StartCommand implements Callable<Integer> {
  @Mixin private RequestFile file;

  @Option(names = "--watch", description = "Follow it, as the command watch does.")
  private boolean watch;

  @Mixin private WatchOptions watchOptions;
  @Mixin private ConsentOptions consent;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  private final Person person;

  public StartCommand() {
    this(Person.atTheTerminal());
  }

  StartCommand(Person person) {
    this.person = person;
  }

  @Override
  public Integer call() throws InterruptedException {
    String json = file.text();
    ReadRequest checked = file.check(json, output);
    if (!checked.isValid()) {
      return ExitCode.USAGE;
    }
    try (TemporalConnection temporal = connection.connect()) {
      WorkflowStub stub = start(temporal, checked.request(), json);
      ExecutionReader reader =
          new ExecutionReader(
              stub,
              checked.request().instanceId(),
              temporal.client().getOptions().getDataConverter());
      int code =
          PlanConsent.isWanted(consent, output, person)
              ? new PlanConsent(reader, new DecisionSender(stub), output, person, consent).obtain()
              : ExitCode.DONE;
      return watch && code == ExitCode.DONE
          ? watchOptions.watch(reader, output).untilEndOrGate()
          : code;
    }
  }

  private WorkflowStub start(TemporalConnection temporal, RestoreRequest request, String json) {
    WorkflowStub stub =
        temporal
            .client()
            .newUntypedWorkflowStub(RestoreContract.WORKFLOW_TYPE, StartOptions.of(request));
    try {
      // The request goes as it was written; the workflow reads it as strictly as we did.
      WorkflowExecution execution = stub.start(RequestFile.tree(json));
      tellStarted(request, execution);
      file.tellLanguage(json, output);
      return stub;
    } catch (WorkflowExecutionAlreadyStarted e) {
      throw new UserError(
          ExitCode.FAILED,
          "A restore of %s is running already, and there can be one at a time: ./rds-restore status %s shows it, ./rds-restore abort %s ends it."
              .formatted(request.instanceId(), request.instanceId(), request.instanceId()),
          e);
    } catch (WorkflowServiceException e) {
      if (StartOptions.lacksSearchAttributes(e)) {
        throw new UserError(
            ExitCode.FAILED,
            "The namespace does not know the restore's search attributes: run ./rds-restore setup.",
            e);
      }
      throw e;
    }
  }

  private void tellStarted(RestoreRequest request, WorkflowExecution execution) {
    String restoreId = RestoreId.of(execution.getRunId());
    if (output.isJson()) {
      output.jsonLine(new Started(execution.getWorkflowId(), execution.getRunId(), restoreId));
      return;
    }
    output.line(
        "Started restore %s (workflow %s, run %s)."
            .formatted(restoreId, execution.getWorkflowId(), execution.getRunId()));
    if (!watch) {
      output.line("Follow it with: ./rds-restore watch " + request.instanceId());
    }
  }

  /** What was started. */
  record Started(String workflowId, String runId, String restoreId) {}
}
