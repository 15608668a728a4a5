package io.rdsrestore.worker.cli;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.auth.DefaultCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;

/** Credentials of the cloud, by the SDK's own chain: environment, profile, role. */
final class CloudCredentials {
  private CloudCredentials() {}

  static AlibabaCloudCredentialsProvider chain() {
    try {
      return new DefaultCredentialsProvider();
    } catch (ClientException e) {
      throw new UserError(
          ExitCode.USAGE,
          "Alibaba Cloud's credentials are configured wrongly: check ALIBABA_CLOUD_* and ~/.alibabacloud.",
          e);
    }
  }
}
