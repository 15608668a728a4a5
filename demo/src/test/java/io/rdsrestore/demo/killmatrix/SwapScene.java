package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code shop.orders}, for which {@code shop_back.orders} is swapped while an application writes
 * into it; it tells by names and rows which of them stands where, and compares that with what
 * people are told.
 */
final class SwapScene implements Scene {
  private static final String CURRENT = "shop.orders";
  private static final String RESTORED = "shop_back.orders";

  private final Shop shop;
  private final Owner owner;
  private final TableFingerprint atRestorePoint;
  private final TableFingerprint before;
  private final Application application;

  /**
   * Begins to write.
   *
   * @param atRestorePoint what the restored table holds
   */
  SwapScene(Sandbox sandbox, TableFingerprint atRestorePoint) {
    shop = new Shop(sandbox);
    owner = new Owner(sandbox);
    this.atRestorePoint = atRestorePoint;
    before = shop.fingerprint("shop", "orders");
    application = new Application(owner);
  }

  private static String aside(String restoreId) {
    return "shop.orders_before_" + restoreId;
  }

  private boolean isInPlace(String restoreId) {
    return tables().contains(aside(restoreId));
  }

  @Override
  public List<String> complaints(Gate gate, String restoreId) {
    boolean told =
        gate.choices().stream().map(Choice::action).anyMatch(action -> action == Action.UNDO);
    return told == isInPlace(restoreId)
        ? List.of()
        : List.of("%s tells otherwise of %s: %s".formatted(gate.gate(), tables(), gate.reason()));
  }

  @Override
  public List<String> complaints(RestoreReport report, Cell cell) {
    boolean inPlace = cell.endsInPlace();
    application.close();
    List<String> complaints = new ArrayList<>();
    String restoreId = report.restoreId();
    Set<String> wanted = Set.of(CURRENT, inPlace ? aside(restoreId) : RESTORED);
    if (!tables().equals(wanted)) {
      complaints.add("there is %s, not %s".formatted(tables(), wanted));
      return complaints;
    }
    if ((report.outcome() == Outcome.IN_PLACE) != inPlace || report.outcome() == Outcome.PARTLY) {
      complaints.add("it tells of " + report.outcome());
    }
    boolean tellsOfAside =
        report.notes().stream()
            .anyMatch(note -> note.contains("DROP TABLE `shop`.`orders_before_" + restoreId + "`"));
    if (tellsOfAside != inPlace) {
      complaints.add("its notes are " + report.notes());
    }
    complaints.addAll(application.complaints(wanted));
    if (inPlace) {
      shop.run(report.putBackSql().get(0));
    }
    shop.run("DELETE FROM %s WHERE remark LIKE '%s%%'".formatted(CURRENT, Application.MARK));
    shop.run("DELETE FROM %s WHERE remark LIKE '%s%%'".formatted(RESTORED, Application.MARK));
    compare(complaints, "shop", before);
    compare(complaints, "shop_back", atRestorePoint);
    return complaints;
  }

  private void compare(List<String> complaints, String database, TableFingerprint wanted) {
    TableFingerprint found = shop.fingerprint(database, "orders");
    if (!found.equals(wanted)) {
      complaints.add("in %s.orders is %s, not %s".formatted(database, found, wanted));
    }
  }

  /** All that could be ours or the application's. */
  private Set<String> tables() {
    return new TreeSet<>(
        owner.texts(
            "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
                + " WHERE table_schema LIKE 'shop%' AND table_name LIKE 'orders%'"));
  }

  @Override
  public void close() {
    application.close();
  }
}
