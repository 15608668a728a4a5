package io.rdsrestore.activities.database;

import java.util.List;

/** Told how far a merge is. */
interface MergeWatcher {
  /**
   * Called after each part, and every second while something is waited for; may throw to stop.
   *
   * @param tables how far each is, in the order of the request
   * @param gotOn whether a part has been done
   */
  void at(String doing, List<MergePosition> tables, boolean gotOn);
}
