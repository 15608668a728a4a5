package io.rdsrestore.demo.killmatrix;

import com.google.common.collect.ImmutableList;
import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code shop.orders}, damaged all over, to which {@code shop_back.orders} gives rows while an
 * application writes into it. The rows themselves tell what is merged, and that is compared with
 * what people are told.
 */
final class MergeScene implements Scene {
  private static final String CURRENT = "shop.orders";
  private static final String RESTORED = "shop_back.orders";

  /** Where nothing of a restore comes. */
  private static final String ASIDE = "merge_scene";

  private static final String WHOLE = ASIDE + ".whole";
  private static final String DAMAGED = ASIDE + ".damaged";
  private static final String EXPECTED = ASIDE + ".expected";

  private static final String MERGED = "rr_did IN ('inserted', 'replaced')";
  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of("id", "customer_id", "status", "total", "remark", "placed_at", "updated_at");
  private static final String SAVED =
      "SELECT CONCAT('shop.', table_name) FROM information_schema.tables"
          + " WHERE table_schema = 'shop' AND table_name LIKE 'orders\\_merged%'";
  private static final String ANY =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'".formatted(ASIDE);

  private final Shop shop;
  private final Owner owner;
  private final TableFingerprint atRestorePoint;
  private final Application application;

  /**
   * Does the damage and begins to write.
   *
   * @param atRestorePoint what the restored table holds
   */
  MergeScene(Sandbox sandbox, TableFingerprint atRestorePoint) {
    shop = new Shop(sandbox);
    owner = new Owner(sandbox);
    this.atRestorePoint = atRestorePoint;
    shop.run(
        "CREATE DATABASE " + ASIDE,
        copy(WHOLE, CURRENT),
        "DELETE FROM %s WHERE id %% 7 = 0".formatted(CURRENT),
        "UPDATE %s SET status = 'cancelled', remark = 'oops' WHERE id %% 11 = 0".formatted(CURRENT),
        copy(DAMAGED, CURRENT));
    application = new Application(owner);
  }

  private static String copy(String table, String of) {
    return "CREATE TABLE %s (PRIMARY KEY (id)) AS SELECT * FROM %s".formatted(table, of);
  }

  @Override
  public List<String> complaints(Gate gate, String restoreId) {
    boolean told =
        gate.choices().stream().map(Choice::action).anyMatch(action -> action == Action.UNDO);
    return told == (merged() > 0)
        ? List.of()
        : List.of(
            "%s tells otherwise of %d merged rows: %s".formatted(gate.gate(), merged(), gate));
  }

  @Override
  public List<String> complaints(RestoreReport report, Cell cell) {
    application.close();
    List<String> complaints = new ArrayList<>(application.complaints(Set.of(CURRENT)));
    if (!shop.fingerprint("shop_back", "orders").equals(atRestorePoint)) {
      complaints.add(RESTORED + " has not the rows of the restore point");
    }
    long merged = merged();
    long different = different();
    cell.endsMerged()
        .filter(all -> merged != (all ? different : 0))
        .ifPresent(all -> complaints.add("%d of %d rows are merged".formatted(merged, different)));
    complaints.addAll(ofRows());
    complaints.addAll(ofSaved());
    complaints.addAll(ofWords(report, merged, different));
    if (report.sqlPurpose() == SqlPurpose.UNDO_MERGE) {
      report.putBackSql().forEach(shop::run);
      compare(complaints, "after the SQL of the report", "damaged");
    }
    return complaints;
  }

  /** What is merged, row by row, is as it is restored; all the rest is as it was. */
  private List<String> ofRows() {
    List<String> complaints = new ArrayList<>();
    shop.run(
        "DELETE FROM %s WHERE remark LIKE '%s%%'".formatted(CURRENT, Application.MARK),
        copy(EXPECTED, DAMAGED));
    for (String saved : owner.texts(SAVED)) {
      shop.run(
          "REPLACE INTO %s SELECT r.* FROM %s r JOIN %s s USING (id) WHERE s.%s"
              .formatted(EXPECTED, RESTORED, saved, MERGED));
    }
    compare(complaints, "at the end", "expected");
    return complaints;
  }

  private void compare(List<String> complaints, String when, String wanted) {
    TableFingerprint found = shop.fingerprint("shop", "orders");
    TableFingerprint expected = shop.fingerprint(ASIDE, wanted);
    if (!found.equals(expected)) {
      complaints.add("%s there is %s, not %s as %s".formatted(when, found, expected, wanted));
    }
  }

  /** Rows of before are kept as they were, and an undo has left none. */
  private List<String> ofSaved() {
    List<String> complaints = new ArrayList<>();
    for (String saved : owner.texts(SAVED)) {
      long wrong =
          count(
              "%s s LEFT JOIN %s d USING (id) WHERE s.rr_did IN ('replaced', 'putBack') AND NOT %s"
                  .formatted(saved, DAMAGED, same("s", "d")));
      if (wrong != 0) {
        complaints.add("%s has not kept %d rows as they were".formatted(saved, wrong));
      }
      long left = did("left");
      if (left != 0) {
        complaints.add("the undo has left %d rows".formatted(left));
      }
    }
    return complaints;
  }

  /** What the report says is what the rows say. */
  private List<String> ofWords(RestoreReport report, long merged, long different) {
    String notes = String.join("\n", report.notes());
    List<String> complaints = new ArrayList<>();
    List<String> said = new ArrayList<>();
    if (notes.contains("did not come to its end")) {
      said.addAll(owner.texts(SAVED));
    } else if (merged == different) {
      said.add("%d rows inserted, %d replaced;".formatted(did("inserted"), did("replaced")));
    } else if (did("removed") > 0) {
      said.add(
          "merge undone: %d inserted rows removed, %d replaced rows put back."
              .formatted(did("removed"), did("putBack")));
    }
    boolean canBeUndone = report.sqlPurpose() == SqlPurpose.UNDO_MERGE;
    if (merged > 0 && merged < different) {
      said.add("did not come to its end");
    } else if (canBeUndone != (merged > 0)) {
      complaints.add("of %d merged rows its SQL is %s".formatted(merged, report.putBackSql()));
    }
    said.stream()
        .filter(words -> !notes.contains(words))
        .forEach(words -> complaints.add("it does not say %s, but %s".formatted(words, notes)));
    return complaints;
  }

  private long merged() {
    return did("inserted") + did("replaced");
  }

  private long did(String what) {
    return owner.texts(SAVED).stream()
        .mapToLong(saved -> count("%s WHERE rr_did = '%s'".formatted(saved, what)))
        .sum();
  }

  /** Rows that a merge is about. */
  private long different() {
    return count(
        "%s r LEFT JOIN %s d USING (id) WHERE NOT %s".formatted(RESTORED, DAMAGED, same("r", "d")));
  }

  private static String same(String one, String other) {
    return COLUMNS.stream()
        .map(column -> "%s.%s <=> %s.%s".formatted(one, column, other, column))
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  private long count(String from) {
    return Long.parseLong(owner.texts("SELECT COUNT(*) FROM " + from).get(0));
  }

  /** What a cell has left goes, and the table is whole again. */
  static void tidy(Shop shop, Owner owner) {
    if (!owner.texts(ANY).isEmpty()) {
      owner.texts(SAVED).forEach(saved -> shop.run("DROP TABLE " + saved));
      shop.run(
          "DELETE FROM " + CURRENT,
          "INSERT INTO %s SELECT * FROM %s".formatted(CURRENT, WHOLE),
          "DROP DATABASE " + ASIDE);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
