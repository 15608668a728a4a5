package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreMark;
import java.util.Optional;
import java.util.Set;

/** Whether a whitelist group is ours and lets somebody in. */
public final class WhitelistMark {
  private WhitelistMark() {}

  /** What is known of it; empty if it is another's, or closed. */
  public static Optional<Marked> of(
      String regionId, String instanceId, String group, Set<String> addresses) {
    boolean open = !addresses.isEmpty() && !addresses.equals(Set.of(RestoreMark.CLOSED_WHITELIST));
    return RestoreMark.WHITELIST_GROUP.equals(group) && open
        ? Optional.of(
            new Marked(
                MarkedKind.WHITELIST,
                regionId,
                group,
                instanceId,
                instanceId,
                null,
                null,
                null,
                null,
                null,
                null,
                null))
        : Optional.empty();
  }
}
