package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;

/**
 * Where one selected database goes.
 *
 * @param database its name in the clone
 * @param targetDatabase its name on the primary; null while only SQL on the primary can tell
 * @param tables null: the whole database
 */
public record ObjectTarget(String database, String targetDatabase, List<TableSelection> tables) {

  @JsonIgnore
  public boolean isWhole() {
    return tables == null;
  }

  @JsonIgnore
  public boolean isDecided() {
    return targetDatabase != null;
  }

  /** Whether it goes beside the original: under another database name. */
  @JsonIgnore
  public boolean isBeside() {
    return isDecided() && !targetDatabase.equals(database);
  }

  /** Whether a table of it has another name on the primary than its own, or another database. */
  public boolean isElsewhere(TableSelection table) {
    return isBeside() || !table.targetName().equals(table.name());
  }

  public ObjectTarget decided(String name) {
    return new ObjectTarget(database, name, tables);
  }
}
