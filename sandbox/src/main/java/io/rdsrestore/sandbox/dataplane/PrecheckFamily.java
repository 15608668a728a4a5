package io.rdsrestore.sandbox.dataplane;

import java.sql.SQLException;
import java.util.List;

/** Precheck items that are found out together. */
@FunctionalInterface
interface PrecheckFamily {
  List<PrecheckItem> run() throws SQLException;
}
