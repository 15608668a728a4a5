package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * Settings of a server.
 *
 * @param version as the server says, for example {@code 5.7.44-log}; null if it was not asked
 * @param globals global variables by name, of those asked for that the version has: {@code
 *     sql_mode}, {@code lower_case_table_names}, {@code gtid_mode}, {@code
 *     enforce_gtid_consistency}
 * @param notChecked why nothing is known; null if it is
 */
public record ServerSettings(String version, Map<String, String> globals, String notChecked) {

  public static ServerSettings notChecked(String because) {
    return new ServerSettings(null, Map.of(), because);
  }

  @JsonIgnore
  public boolean isKnown() {
    return notChecked == null;
  }

  /** The value of a variable; an empty text if the server has no such variable. */
  public String global(String name) {
    return globals.getOrDefault(name, "");
  }
}
