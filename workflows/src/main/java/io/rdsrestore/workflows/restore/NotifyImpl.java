package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NotifyWorkflow;
import io.rdsrestore.workflows.request.RequestProblem;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.List;

/** One notice, tried for as long as any other, by a workflow that nothing waits for. */
public final class NotifyImpl implements NotifyWorkflow {

  @Override
  public void tell(RawValue notice) {
    Notice read = read(Raw.text(notice));
    var unused =
        Workflow.newActivityStub(
                NotifyActivities.class, ActivityPolicies.tell("tell " + read.kind().word()))
            .ensureTold(read);
  }

  private static Notice read(String json) {
    try {
      Notice notice = RestoreJson.mapper().readValue(json, Notice.class);
      if (notice != null && notice.kind() != null && notice.severity() != null) {
        return notice;
      }
    } catch (JsonProcessingException e) {
      // Told below: whoever has started it by hand has to know.
    }
    throw Refusal.ofRequest(
        List.of(new RequestProblem("notice", "a workflow that ends starts this one by itself")));
  }
}
