package io.rdsrestore.worker.process;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import java.util.Map;

/** Hourly looks in a Temporal server of a test. */
final class SweepLooks {
  static final String QUEUE = "sweep";

  private SweepLooks() {}

  /** A server whose workers tell these metrics. */
  static TestWorkflowEnvironment temporal(Metrics metrics) {
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder()
            .setMetricsScope(metrics.scope())
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(RestoreJson.dataConverter())
                    .build());
    RestoreContract.SEARCH_ATTRIBUTES.forEach(
        key ->
            options.registerSearchAttribute(
                key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    return TestWorkflowEnvironment.newInstance(options.build());
  }

  /** One look over regions, to its end. */
  static SweepLookReport look(TestWorkflowEnvironment temporal, List<String> regions) {
    WorkflowStub look =
        temporal
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                RestoreContract.SWEEP_WORKFLOW_TYPE,
                WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    look.start(Map.of("regions", regions));
    return look.getResult(SweepLookReport.class);
  }
}
