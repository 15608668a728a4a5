package io.rdsrestore.sandbox.http;

import io.rdsrestore.sandbox.settings.ErrorChoice;

/** A refusal: becomes the documented error body. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int http;

  public ApiException(int http, String code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.http = http;
  }

  public ApiException(ErrorChoice choice, String message) {
    this(choice.http(), choice.code(), message);
  }

  public static ApiException missing(String parameter) {
    return new ApiException(
        400,
        "MissingParameter",
        "The input parameter \""
            + parameter
            + "\" that is mandatory for processing this request is not supplied.");
  }

  public static ApiException invalid(String parameter, String why) {
    return new ApiException(
        400,
        "InvalidParameter",
        "The specified parameter \"" + parameter + "\" is not valid: " + why);
  }

  public String code() {
    return code;
  }

  public int http() {
    return http;
  }
}
