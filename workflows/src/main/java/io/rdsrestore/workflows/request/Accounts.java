package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The accounts of both ends.
 *
 * @param mode managed or existing
 * @param userName with {@code passwordRef}: the account of both ends; existing mode only
 * @param passwordRef reference to its password
 * @param source the clone's account where it differs (it has the accounts and passwords of the
 *     restore point)
 * @param target the primary's account where it differs
 */
public record Accounts(
    AccountMode mode,
    String userName,
    String passwordRef,
    AccountReference source,
    AccountReference target) {

  public static Accounts managed() {
    return new Accounts(AccountMode.MANAGED, null, null, null, null);
  }

  @JsonIgnore
  public boolean isManaged() {
    return mode == AccountMode.MANAGED;
  }

  /** The existing account on the clone. */
  public AccountReference onSource() {
    return source != null ? source : new AccountReference(userName, passwordRef);
  }

  /** The existing account on the primary. */
  public AccountReference onTarget() {
    return target != null ? target : new AccountReference(userName, passwordRef);
  }
}
