package io.rdsrestore.activities.rds;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With Temporal's own retries: what an attempt notes last is what the next one finds. */
public class RefusedPurchaseTest {
  private static final String QUEUE = "purchases";

  @WorkflowInterface
  public interface Purchase {
    @WorkflowMethod
    CloneHandle buy(EnsureClone wanted);
  }

  /** One purchase. */
  public static final class PurchaseImpl implements Purchase {
    private final RdsActivities rds =
        Workflow.newActivityStub(
            RdsActivities.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(2))
                .setHeartbeatTimeout(Duration.ofMinutes(2))
                .setScheduleToCloseTimeout(Duration.ofMinutes(5))
                .build());

    @Override
    public CloneHandle buy(EnsureClone wanted) {
      return rds.ensureClone(wanted);
    }
  }

  @Test
  void isSentAgainWithoutWaitingForAnUnknownOutcome() {
    TestEnvironmentOptions options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(RestoreJson.dataConverter())
                    .build())
            .build();
    try (Sandbox sandbox = SandboxRestore.sandbox().build().start();
        TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(options)) {
      sandbox.faults().add(FaultRule.error("CloneDBInstance", "Throttling.User", 400, 1));
      Worker worker = temporal.newWorker(QUEUE);
      worker.registerWorkflowImplementationTypes(PurchaseImpl.class);
      worker.registerActivitiesImplementations(
          ActivityImplementations.create(
                  ActivityHarness.settings(sandbox),
                  new StaticCredentialsProvider(new BasicCredentials("sandbox", "sandbox-secret")),
                  Clock.systemUTC())
              .rds());
      temporal.start();
      Purchase purchase =
          temporal
              .getWorkflowClient()
              .newWorkflowStub(
                  Purchase.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
      CloneHandle clone = purchase.buy(SandboxRestore.cloneNumber(1));
      assertThat(sandbox.ledger())
          .singleElement()
          .satisfies(entry -> assertThat(entry.id()).isEqualTo(clone.instanceId()));
      assertThat(sandbox.calls().count("CloneDBInstance")).isEqualTo(2);
    }
  }
}
