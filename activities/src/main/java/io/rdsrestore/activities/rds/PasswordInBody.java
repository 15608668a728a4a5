package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.CreateAccountRequest;
import com.aliyuncs.rds.model.v20140815.ResetAccountPasswordRequest;

/**
 * The two requests that carry a password, with it in the body: the SDK's own setter puts it into
 * the URL, which ends in logs of proxies.
 */
final class PasswordInBody {
  private static final String PARAMETER = "AccountPassword";

  private PasswordInBody() {}

  /** CreateAccount. */
  static final class Create extends CreateAccountRequest {
    Create(String password) {
      putBodyParameter(PARAMETER, password);
    }
  }

  /** ResetAccountPassword. */
  static final class Reset extends ResetAccountPasswordRequest {
    Reset(String password) {
      putBodyParameter(PARAMETER, password);
    }
  }
}
