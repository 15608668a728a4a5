package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribeReadDBInstanceDelayRequest;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.activity.InstanceReference;
import java.util.List;

/** How far a read replica is behind its primary, in seconds (DescribeReadDBInstanceDelay). */
final class ReplicaDelay {
  private final CloudClient cloud;

  ReplicaDelay(CloudClient cloud) {
    this.cloud = cloud;
  }

  /** Seconds; null if RDS names none. */
  Long seconds(InstanceReference primary, String replicaId) {
    DescribeReadDBInstanceDelayRequest request = new DescribeReadDBInstanceDelayRequest();
    request.setDBInstanceId(primary.instanceId());
    request.setReadInstanceId(replicaId);
    Answer answer = cloud.read(primary.regionId(), request);
    for (Answer item : answer.list("Items", "Items")) {
      List<String> names = item.texts("ReadDBInstanceNames", "ReadDBInstanceName");
      List<String> delays = item.texts("ReadDelayTimes", "ReadDelayTime");
      int at = names.indexOf(replicaId);
      if (at >= 0 && at < delays.size()) {
        return number(delays.get(at));
      }
    }
    return number(answer.text("DelayTime"));
  }

  private static Long number(String text) {
    try {
      long seconds = text == null ? -1 : (long) Double.parseDouble(text.strip());
      return seconds < 0 ? null : seconds;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
