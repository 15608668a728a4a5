package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreMark;
import java.time.Instant;
import java.util.Optional;

/** Whether a DTS job is one that a restore made: by its name. */
public final class JobMark {
  private JobMark() {}

  /**
   * What is known of it; empty if nothing speaks for a job of ours.
   *
   * @param name DTS: DtsJobName
   * @param targetInstance null if it is not told
   */
  public static Optional<Marked> of(
      String regionId,
      String id,
      String name,
      String targetInstance,
      String status,
      Instant createdAt) {
    Optional<String> like = RestoreMark.restoreIdIn(name);
    if (like.isEmpty()) {
      return Optional.empty();
    }
    boolean strict = RestoreMark.jobIn(name).isPresent();
    return Optional.of(
        new Marked(
            MarkedKind.JOB,
            regionId,
            id,
            targetInstance,
            targetInstance,
            like.get(),
            status,
            createdAt,
            null,
            null,
            !strict
                ? "its name is not the one that a restore gives"
                : targetInstance == null ? "DTS does not say which instance it writes to" : null,
            null));
  }
}
