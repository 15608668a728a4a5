package io.rdsrestore.sandbox.dataplane;

/** A user and its password, which is never printed. */
record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
