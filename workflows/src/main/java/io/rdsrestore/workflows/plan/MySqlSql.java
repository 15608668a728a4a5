package io.rdsrestore.workflows.plan;

import com.google.errorprone.annotations.Immutable;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.List;

/** Printed SQL of MySQL. */
@Immutable
final class MySqlSql implements EngineSql {
  @Override
  public String quote(String database) {
    return SqlName.quote(database);
  }

  @Override
  public String quote(String database, String table) {
    return SqlName.quote(database, table);
  }

  @Override
  public String moveAway(String database, String table) {
    return "SET foreign_key_checks = 0; RENAME TABLE %s TO %s;"
        .formatted(quote(database, table), quote(database, SqlName.suffixed(table, "_before")));
  }

  @Override
  public String statement(ObjectDefinition definition) {
    return definition.statement();
  }

  @Override
  public String tablesWithTime(String database) {
    return "SHOW TABLE STATUS FROM %s;".formatted(quote(database));
  }

  @Override
  public List<String> putBack(QualifiedName original, QualifiedName restored, String aside) {
    String current = quote(original);
    String beside = quote(restored);
    return List.of(
        "INSERT IGNORE INTO %s SELECT * FROM %s; -- adds rows whose key is missing, needs a primary or unique key and the same columns; not where a view has the name"
            .formatted(current, beside),
        "-- or swap the tables (triggers and foreign keys go with the one that is moved away): RENAME TABLE %s TO %s, %s TO %s; -- or, where the first is gone: RENAME TABLE %s TO %s;"
            .formatted(
                current, quote(original.database(), aside), beside, current, beside, current));
  }

  @Override
  public List<String> moveToFreePlace(QualifiedName original, QualifiedName restored) {
    return List.of(
        "RENAME TABLE %s TO %s; -- its place was free; foreign keys of other tables beside follow it"
            .formatted(quote(restored), quote(original)));
  }
}
