package io.rdsrestore.sandbox.http;

import java.util.Map;

/** DTS's other way to refuse: HTTP 200 and the error in the body. */
public final class SuccessFalse {
  private SuccessFalse() {}

  public static Map<String, Object> body(ApiException e) {
    return JsonBody.of(
        "Success",
        false,
        "HttpStatusCode",
        e.http(),
        "ErrCode",
        e.code(),
        "ErrMessage",
        "The request was refused: %s",
        "DynamicCode",
        e.code(),
        "DynamicMessage",
        e.getMessage());
  }
}
