package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.audit.AuditBatch;
import io.rdsrestore.workflows.audit.AuditWorkflow;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RequestProblem;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.List;

/** The last lines of a workflow that has ended, tried for as long as any others. */
public final class AuditImpl implements AuditWorkflow {

  @Override
  public void audit(RawValue batch) {
    AuditBatch read = read(Raw.text(batch));
    Workflow.newActivityStub(AuditActivities.class, ActivityPolicies.audit("audit the end"))
        .ensureAudited(read);
  }

  private static AuditBatch read(String json) {
    try {
      AuditBatch batch = RestoreJson.mapper().readValue(json, AuditBatch.class);
      if (batch != null && batch.entries() != null) {
        return batch;
      }
    } catch (JsonProcessingException e) {
      // Told below: whoever has started it by hand has to know.
    }
    throw Refusal.ofRequest(
        List.of(new RequestProblem("batch", "a workflow that ends starts this one by itself")));
  }
}
