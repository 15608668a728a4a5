package io.rdsrestore.workflows.plan;

import com.google.errorprone.annotations.Immutable;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.List;

/** Printed SQL of SQL Server, for tables as {@link SchemaTable} reads their names. */
@Immutable
public final class SqlServerSql implements EngineSql {
  private static final String BEFORE = "_before";

  @Override
  public String quote(String database) {
    return bracketed(database);
  }

  @Override
  public String quote(String database, String table) {
    return bracketed(database) + "." + within(SchemaTable.of(table));
  }

  private static String within(SchemaTable table) {
    return bracketed(table.schema()) + "." + bracketed(table.name());
  }

  /** A name in brackets. */
  public static String bracketed(String name) {
    return "[" + name.replace("]", "]]") + "]";
  }

  /** A text, which may hold any letter. */
  public static String text(String value) {
    return "N'" + value.replace("'", "''") + "'";
  }

  @Override
  public String moveAway(String database, String table) {
    SchemaTable one = SchemaTable.of(table);
    return "EXEC %s.sys.sp_rename %s, %s;"
        .formatted(
            bracketed(database), text(within(one)), text(SqlName.suffixed(one.name(), BEFORE)));
  }

  /** Views, routines and triggers are made in batches of their own. */
  @Override
  public String statement(ObjectDefinition definition) {
    return definition.kind() == ObjectKind.FOREIGN_KEY
        ? definition.sql() + ";"
        : definition.sql() + "\nGO";
  }

  @Override
  public String tablesWithTime(String database) {
    return "SELECT SCHEMA_NAME(schema_id), name, create_date FROM %s.sys.tables;"
        .formatted(bracketed(database));
  }

  /**
   * No table of SQL Server can be renamed into another database, so rows are inserted, or the table
   * is made anew in a schema beside and changes places with the current one by schema transfer.
   */
  @Override
  public List<String> putBack(QualifiedName original, QualifiedName restored, String aside) {
    String current = quote(original);
    String beside = quote(restored);
    SchemaTable table = SchemaTable.of(original.name());
    String fresh = bracketed(aside) + "." + bracketed(table.name());
    return List.of(
        "INSERT INTO %s SELECT r.* FROM %s AS r WHERE NOT EXISTS (SELECT 1 FROM %s AS c WHERE c.[KEY] = r.[KEY]); -- adds rows whose key is missing: write the key's columns for [KEY]; name all columns, between SET IDENTITY_INSERT %s ON and OFF, where it has an IDENTITY; never insert rowversion or computed columns; its triggers fire, its foreign keys are checked"
            .formatted(current, beside, current, current),
        "-- or change places, which needs a moment without writers: EXEC %s.sys.sp_executesql %s; SELECT * INTO %s FROM %s; -- brings rows, columns and IDENTITY only: make keys, indexes, constraints, triggers and rights on it before you go on"
            .formatted(
                bracketed(original.database()),
                text("CREATE SCHEMA " + bracketed(aside)),
                bracketed(original.database()) + "." + fresh,
                beside),
        "-- then: USE %s; BEGIN TRANSACTION; EXEC sp_rename %s, %s; ALTER SCHEMA %s TRANSFER %s; COMMIT; -- foreign keys of other tables stay with the renamed one; TRANSFER takes away the rights that were granted on the table; views and procedures see the new one by its name; back: transfer and rename the other way round"
            .formatted(
                bracketed(original.database()),
                text(within(table)),
                text(aside),
                bracketed(table.schema()),
                fresh));
  }

  @Override
  public List<String> moveToFreePlace(QualifiedName original, QualifiedName restored) {
    return List.of(
        "SELECT * INTO %s FROM %s; -- its place was free; brings rows, columns and IDENTITY only: make keys, indexes, constraints, triggers and rights anew"
            .formatted(quote(original), quote(restored)));
  }
}
