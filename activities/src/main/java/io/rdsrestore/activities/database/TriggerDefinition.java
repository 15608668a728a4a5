package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.swap.DatabaseReferences;
import io.rdsrestore.workflows.swap.SwapSql;
import io.rdsrestore.workflows.verify.QualifiedName;

/**
 * A trigger, and all that makes it again.
 *
 * @param name without its database, which is its table's
 * @param table whose trigger it is
 * @param when {@code BEFORE INSERT} and so on
 * @param definer {@code user@host}, not quoted
 * @param session what it was written in
 * @param body what it does
 */
record TriggerDefinition(
    String name,
    QualifiedName table,
    String when,
    String definer,
    ProgramSession session,
    String body) {

  /** The statement that makes it. */
  String sql() {
    int host = definer.lastIndexOf('@');
    return "CREATE DEFINER=%s@%s TRIGGER %s %s ON %s FOR EACH ROW %s"
        .formatted(
            SqlName.quote(definer.substring(0, host)),
            SqlName.quote(definer.substring(host + 1)),
            SqlName.quote(table.database(), name),
            when,
            SwapSql.sql(table),
            body);
  }

  /** The same for the same table in another place: what names its database there names that one. */
  TriggerDefinition on(QualifiedName other) {
    return new TriggerDefinition(
        name,
        other,
        when,
        definer,
        session,
        DatabaseReferences.moved(body, table.database(), other.database(), session.sqlMode()));
  }

  /** The same under another name, on a table of the same form. */
  TriggerDefinition as(String otherName, QualifiedName other) {
    return new TriggerDefinition(otherName, other, when, definer, session, body);
  }
}
