package io.rdsrestore.activities.dts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.activity.EnsureCopyRate;
import io.rdsrestore.workflows.activity.JobReference;

/** Changes the speed of a full copy (ModifyDynamicConfig; the same again changes nothing). */
final class CopySpeed {
  private static final int NO_LIMIT = -1;

  private final DtsApi dts;

  CopySpeed(DtsApi dts) {
    this.dts = dts;
  }

  void ensure(EnsureCopyRate wanted) {
    JobReference job = wanted.job();
    dts.ownJob(job);
    // Both always: what was limited before and is not any more has to be said.
    ObjectNode limits =
        JsonNodeFactory.instance
            .objectNode()
            .put(Reserve.ROWS, orNoLimit(wanted.rate().maxRowsPerSecond()))
            .put(Reserve.BYTES, orNoLimit(wanted.rate().maxBytesPerSecond()));
    dts.cloud()
        .write(job.regionId(), new ModifyDynamicConfigRequest(job.jobId(), limits.toString()));
  }

  private static long orNoLimit(Long limit) {
    return limit == null ? NO_LIMIT : limit;
  }
}
