package io.rdsrestore.activities.secret;

/** A database login, as long as it is needed; never printed. */
public record Credentials(String userName, String password) {
  @Override
  public String toString() {
    return "Credentials[" + userName + "]";
  }
}
