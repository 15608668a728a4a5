package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the clone holds what is wanted. Every table that was chosen by name has to be there, with
 * rows, and one of a database's has to differ from the primary's; of a whole database it is enough
 * that one table has rows, and one differs.
 */
public final class RestorePointVerdict {
  private static final String REMEDY =
      "approve to go on all the same, or changeRestorePoint to an instant at which it was whole";

  private RestorePointVerdict() {}

  /**
   * The doubts; none if the clone holds what is wanted.
   *
   * @param looks what was found
   * @param objects what was chosen
   */
  public static List<GateItem> of(List<TableLook> looks, List<ObjectTarget> objects) {
    List<GateItem> doubts = new ArrayList<>();
    for (ObjectTarget object : objects) {
      List<TableLook> own =
          looks.stream().filter(look -> look.database().equals(object.database())).toList();
      if (own.stream().anyMatch(look -> look.table() == null && !look.inClone())) {
        doubts.add(doubt(object.database(), "the database is not in the clone"));
      } else if (object.isWhole()) {
        doubtsOfWhole(object.database(), own, doubts);
      } else {
        boolean bringsBack = own.stream().anyMatch(RestorePointVerdict::bringsBack);
        own.stream()
            .filter(look -> look.table() != null)
            .forEach(look -> doubtsOf(look, bringsBack, doubts));
      }
    }
    return List.copyOf(doubts);
  }

  private static void doubtsOfWhole(String database, List<TableLook> looks, List<GateItem> doubts) {
    List<TableLook> tables =
        looks.stream().filter(look -> look.table() != null && look.inClone()).toList();
    if (tables.isEmpty()) {
      doubts.add(doubt(database, "the database has no tables in the clone"));
    } else if (tables.stream().allMatch(look -> look.cloneRows() == 0)) {
      doubts.add(doubt(database, "every table of the database is empty in the clone"));
    } else if (looks.stream().filter(look -> look.table() != null).allMatch(TableLook::sameRows)) {
      doubts.add(
          doubt(
              database,
              "every table of the database holds the same rows in the clone and on the primary:"
                  + " nothing would be brought back"));
    }
  }

  private static boolean bringsBack(TableLook look) {
    return look.inClone() && look.cloneRows() > 0 && !look.sameRows();
  }

  private static void doubtsOf(TableLook look, boolean othersDo, List<GateItem> doubts) {
    String name = look.database() + "." + look.table();
    if (!look.inClone()) {
      doubts.add(doubt(name, "the table is not in the clone"));
    } else if (look.cloneRows() == 0) {
      doubts.add(
          doubt(
              name,
              look.onPrimary()
                  ? "the table is empty in the clone; the primary has %d rows"
                      .formatted(look.primaryRows())
                  : "the table is empty in the clone"));
    } else if (look.sameRows() && !othersDo) {
      doubts.add(
          doubt(
              name,
              "the table holds the same %d rows in the clone and on the primary: nothing would be brought back"
                  .formatted(look.cloneRows())));
    }
  }

  private static GateItem doubt(String name, String message) {
    return GateItem.of(name, message, REMEDY);
  }
}
