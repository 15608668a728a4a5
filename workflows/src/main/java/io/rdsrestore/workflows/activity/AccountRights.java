package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * What the account that looked may do, as the server lists it.
 *
 * @param everywhere privileges on {@code *.*}
 * @param onDatabases privileges by database, for the databases that were asked for
 * @param tablesOf databases in which it has privileges on single tables
 * @param notChecked why nothing is known; null if it is
 */
public record AccountRights(
    List<String> everywhere,
    Map<String, List<String>> onDatabases,
    List<String> tablesOf,
    String notChecked) {

  public static AccountRights notChecked(String because) {
    return new AccountRights(List.of(), Map.of(), List.of(), because);
  }

  @JsonIgnore
  public boolean isKnown() {
    return notChecked == null;
  }

  /** Whether it has a privilege on all of a database. */
  public boolean has(String privilege, String database) {
    return everywhere.contains(privilege)
        || onDatabases.getOrDefault(database, List.of()).contains(privilege);
  }

  /** Whether it would see the database if it existed: the catalogue hides what is not granted. */
  public boolean sees(String database) {
    return everywhere.contains("SELECT")
        || onDatabases.containsKey(database)
        || tablesOf.contains(database);
  }
}
