package io.rdsrestore.sandbox.http;

/** The one key pair that the sandbox knows. */
public record AccessKey(String id, String secret) {
  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }
}
