package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.SkipPreCheckRequest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.SkipItems;
import java.util.List;

/** Lets DTS pass over precheck items (SkipPreCheck; the same again changes nothing). */
final class PrecheckSkip {
  private final DtsApi dts;

  PrecheckSkip(DtsApi dts) {
    this.dts = dts;
  }

  void ensure(SkipItems wanted) {
    JobReference job = wanted.job();
    dts.ownJob(job);
    List<Answer> precheck = dts.precheck(job.regionId(), job.jobId());
    SkipPreCheckRequest request = new SkipPreCheckRequest();
    request.setDtsJobId(job.jobId());
    request.setSkip(true);
    String subtask = PrecheckReader.subtaskId(precheck);
    if (subtask != null) {
      request.setJobId(subtask);
    }
    request.setSkipPreCheckItems(json(wanted.items()));
    request.setSkipPreCheckNames(json(PrecheckReader.names(precheck, wanted.items())));
    dts.cloud().write(job.regionId(), request);
  }

  private static String json(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array.toString();
  }
}
