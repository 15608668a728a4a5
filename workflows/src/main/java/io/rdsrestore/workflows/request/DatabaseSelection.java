package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A database and what of it is wanted.
 *
 * @param database its name in the clone
 * @param as its name on the primary afterwards; null: by the request's {@link TargetMode}
 * @param tables null: the whole database
 */
public record DatabaseSelection(String database, String as, List<TableSelection> tables) {

  public static DatabaseSelection whole(String database) {
    return new DatabaseSelection(database, null, null);
  }

  public static DatabaseSelection tables(String database, String... tables) {
    return new DatabaseSelection(
        database,
        null,
        List.of(tables).stream().map(name -> new TableSelection(name, null)).toList());
  }

  @JsonIgnore
  public boolean isWhole() {
    return tables == null;
  }
}
