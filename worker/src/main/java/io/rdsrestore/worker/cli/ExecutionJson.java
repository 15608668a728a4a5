package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.json.RestoreJson;

/** The workflow's status as it answered it, with what Temporal knows beside it. */
final class ExecutionJson {
  private ExecutionJson() {}

  static ObjectNode of(Execution execution) {
    ObjectMapper mapper = RestoreJson.mapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("workflowId", execution.workflowId());
    json.put("runId", execution.runId());
    json.put("state", RunState.word(execution.state()));
    if (execution.status() != null) {
      json.setAll(mapper.<ObjectNode>valueToTree(execution.status()));
    } else {
      json.put("workerAnswers", false);
      json.set("memo", mapper.valueToTree(execution.memo()));
    }
    if (execution.report() != null) {
      json.set("report", mapper.valueToTree(execution.report()));
    }
    if (execution.failure() != null) {
      json.put("failure", execution.failure());
    }
    if (execution.live() != null) {
      json.put("live", execution.live());
    }
    return json;
  }
}
