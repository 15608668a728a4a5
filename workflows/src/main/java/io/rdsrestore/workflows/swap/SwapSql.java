package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** The one statement that moves all tables or none. */
public final class SwapSql {
  private SwapSql() {}

  /** The restored tables take their places. */
  public static String swap(List<SwapLook> looks) {
    List<String> moves = new ArrayList<>();
    for (SwapLook look : looks) {
      if (look.current() != null) {
        moves.add(move(look.table().current(), look.table().aside()));
      }
      moves.add(move(look.table().restored(), look.table().current()));
    }
    return "RENAME TABLE " + String.join(", ", moves);
  }

  /** And back. */
  public static String undo(List<SwapLook> looks) {
    List<String> moves = new ArrayList<>();
    for (SwapLook look : looks) {
      moves.add(move(look.table().current(), look.table().restored()));
      if (look.aside() != null) {
        moves.add(move(look.table().aside(), look.table().current()));
      }
    }
    return "RENAME TABLE " + String.join(", ", moves);
  }

  /** At least so far is what a table gives out next. */
  public static String raise(QualifiedName table, long autoIncrement) {
    return "ALTER TABLE %s AUTO_INCREMENT = %d".formatted(sql(table), autoIncrement);
  }

  /** A table's name in SQL. */
  public static String sql(QualifiedName table) {
    return SqlName.quote(table.database(), table.name());
  }

  private static String move(QualifiedName from, QualifiedName to) {
    return sql(from) + " TO " + sql(to);
  }
}
