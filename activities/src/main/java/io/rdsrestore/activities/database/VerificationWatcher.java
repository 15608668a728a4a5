package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.TablePosition;
import java.util.List;

/** Is told how a comparison goes on. */
interface VerificationWatcher {
  /**
   * Called every second or so; may throw to stop.
   *
   * @param doing for people
   * @param positions how far tables are; empty while no rows are compared
   */
  void tell(String doing, List<TablePosition> positions);

  /** Who is told the keys of a table's rows that differ. Keys are data: by default nobody. */
  default KeyMerge.Keys keys(TablePair table) {
    return KeyMerge.Keys.IGNORED;
  }
}
