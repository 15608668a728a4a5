package io.rdsrestore.activities.database;

import java.time.Duration;
import java.util.List;

/**
 * How far a merge is: shown in the pending activity, and where the next attempt goes on.
 *
 * @param doing for people
 * @param tables how far each table is, in the order of the request
 * @param gotOnAfter when a part was done last, since the merge was first scheduled
 */
public record MergeProgress(String doing, List<MergePosition> tables, Duration gotOnAfter) {
  public MergeProgress {
    tables = tables == null ? List.of() : tables;
    gotOnAfter = gotOnAfter == null ? Duration.ZERO : gotOnAfter;
  }

  static MergeProgress none() {
    return new MergeProgress("", List.of(), null);
  }
}
