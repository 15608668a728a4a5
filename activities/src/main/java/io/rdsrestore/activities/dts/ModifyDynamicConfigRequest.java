package io.rdsrestore.activities.dts;

import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.dts.model.v20200101.StartDtsJobResponse;
import com.aliyuncs.http.MethodType;

/**
 * DTS: ModifyDynamicConfig, which the SDK has no class for. Its answer is read by {@code
 * CloudClient}, never by the class that a request has to name here.
 */
final class ModifyDynamicConfigRequest extends RpcAcsRequest<StartDtsJobResponse> {
  private static final String FULL_COPY = "03";

  /**
   * The limits of a full copy.
   *
   * @param limits ConfigList, JSON; -1 stands for no limit
   */
  ModifyDynamicConfigRequest(String jobId, String limits) {
    super("Dts", "2020-01-01", "ModifyDynamicConfig");
    setSysMethod(MethodType.POST);
    putQueryParameter("DtsJobId", jobId);
    putQueryParameter("JobCode", FULL_COPY);
    // Without it the limits of a full copy do not count.
    putQueryParameter("EnableLimit", true);
    putQueryParameter("ConfigList", limits);
  }

  @Override
  public Class<StartDtsJobResponse> getResponseClass() {
    return StartDtsJobResponse.class;
  }
}
