package io.rdsrestore.workflows.plan;

import com.google.errorprone.annotations.Immutable;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.List;

/** SQL that is printed for people, in the words of an engine. Nothing here is run by itself. */
@Immutable
public interface EngineSql {
  /** A database, as the engine quotes it. */
  String quote(String database);

  /** A table with its database. */
  String quote(String database, String table);

  /** The same. */
  default String quote(QualifiedName table) {
    return quote(table.database(), table.name());
  }

  /** Moves a table away within its database, which loses nothing. */
  String moveAway(String database, String table);

  /**
   * What makes an object again.
   *
   * @param definition with its SQL
   */
  String statement(ObjectDefinition definition);

  /** Lists the tables of a database with when each was made. */
  String tablesWithTime(String database);

  /**
   * Puts the rows of a table that stands beside back.
   *
   * @param original where the rows belong
   * @param restored where they are now, in another database or under another name
   * @param aside the name, free in the database of the original, that the current table is moved to
   */
  List<String> putBack(QualifiedName original, QualifiedName restored, String aside);

  /** Puts a table that stands beside where nothing is. */
  List<String> moveToFreePlace(QualifiedName original, QualifiedName restored);
}
