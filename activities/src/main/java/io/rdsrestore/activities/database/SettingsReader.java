package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ServerSettings;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the settings of a server that matter to DTS. */
final class SettingsReader {
  private SettingsReader() {}

  static ServerSettings read(Catalog catalog) throws SQLException {
    String version = catalog.text("SELECT VERSION()").orElse("");
    Map<String, String> globals = new TreeMap<>();
    catalog.rows(
        """
        SHOW GLOBAL VARIABLES WHERE Variable_name IN ('sql_mode', 'lower_case_table_names',
          'gtid_mode', 'enforce_gtid_consistency')""",
        row -> globals.put(row.getString(1), row.getString(2)));
    return new ServerSettings(version, globals, null);
  }
}
