package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreMark;
import java.util.Optional;

/**
 * Whether an account is one that a restore made. The name alone is not enough: {@code
 * rr_management} is made of the same letters.
 */
public final class AccountMark {
  private AccountMark() {}

  /** What is known of it; empty if its name is none of ours. */
  public static Optional<Marked> of(
      String regionId, String instanceId, String name, String description, String status) {
    return RestoreMark.restoreIdOfAccount(name)
        .map(
            restoreId ->
                new Marked(
                    MarkedKind.ACCOUNT,
                    regionId,
                    name,
                    instanceId,
                    instanceId,
                    restoreId,
                    status,
                    null,
                    null,
                    null,
                    RestoreMark.accountDescription(restoreId).equals(description)
                        ? null
                        : "its description does not say that a restore made it",
                    null));
  }
}
