package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.workflows.status.RestoreReport;
import java.util.ArrayList;
import java.util.List;

/** A free place in {@code shop}, and what a restore has moved there or left beside. */
final class MoveScene implements Arrival {
  /** The name that the restored table is to have. */
  static final String FOUND = "orders_found";

  static final long FLOOR = 900_000;

  private static final String PLACE = "shop." + FOUND;
  private static final String ALL_OF_IT =
      "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
          + " WHERE table_name = '%s'";
  private static final String DATABASES =
      "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'shop\\_restored\\_%'";

  private final Shop shop;
  private final Owner owner;
  private final TableFingerprint atRestorePoint;
  private final TableFingerprint original;

  /**
   * As it is before.
   *
   * @param atRestorePoint what the restored table holds
   */
  MoveScene(Sandbox sandbox, TableFingerprint atRestorePoint) {
    shop = new Shop(sandbox);
    owner = new Owner(sandbox);
    this.atRestorePoint = atRestorePoint;
    original = shop.fingerprint("shop", "orders");
  }

  @Override
  public List<String> complaints(RestoreReport report, boolean mustHaveMoved) {
    List<String> complaints = new ArrayList<>();
    List<String> found = owner.texts(ALL_OF_IT.formatted(FOUND));
    if (found.size() != 1) {
      complaints.add("it is not there once: " + found);
      return complaints;
    }
    String table = found.get(0);
    boolean moved = table.equals(PLACE);
    boolean told = "shop".equals(report.objects().get(0).targetDatabase());
    if (moved != told || (mustHaveMoved && !moved)) {
      complaints.add("it is %s, and the report says %s".formatted(table, report.objects()));
    }
    String database = table.substring(0, table.indexOf('.'));
    if (!shop.fingerprint(database, FOUND).equals(atRestorePoint)) {
      complaints.add("%s has not the rows of the restore point".formatted(table));
    }
    if (!shop.fingerprint("shop", "orders").equals(original)) {
      complaints.add("shop.orders has been touched");
    }
    if (moved) {
      complaints.addAll(ofNumbers());
    }
    return complaints;
  }

  private List<String> ofNumbers() {
    List<String> next =
        owner.texts(
            "SELECT auto_increment FROM information_schema.tables WHERE table_schema = 'shop' AND"
                + " table_name = '%s'".formatted(FOUND));
    return next.equals(List.of(String.valueOf(FLOOR)))
        ? List.of()
        : List.of("the next number is %s, not %d".formatted(next, FLOOR));
  }

  /** All of it goes, so that the next cell finds the place free. */
  static void tidy(Shop shop, Owner owner) {
    shop.run("DROP TABLE IF EXISTS " + PLACE);
    owner.texts(DATABASES).forEach(database -> shop.run("DROP DATABASE `" + database + "`"));
  }
}
