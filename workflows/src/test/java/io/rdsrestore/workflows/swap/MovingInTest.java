package io.rdsrestore.workflows.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RequestReader;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovingInTest {
  private static final String BESIDE = "shop_restored_202611220815";
  private static final TableSelection ORDERS = new TableSelection("orders", null);
  private static final TableSelection ITEMS = new TableSelection("items", "items_old");

  private static RestoreRequest request(String fields) {
    return RequestReader.read(
            """
            {"regionId": "cn-hangzhou", "instanceId": "rm-primary01", "requestedBy": "ana",
             "reason": "lost", "restoreTo": {"time": "2026-11-22T08:15:00Z"}%s,
             "objects": [{"database": "shop", "tables": ["orders", {"name": "items", "as": "items_old"}]},
                         {"database": "crm", "as": "crm_old", "tables": ["people"]},
                         {"database": "log"}]}
            """
                .formatted(fields),
            Instant.parse("2026-11-23T00:00:00Z"))
        .request();
  }

  private static List<ObjectTarget> objects(RestoreRequest request) {
    return request.objects().stream()
        .map(
            selection ->
                new ObjectTarget(selection.database(), target(selection), selection.tables()))
        .toList();
  }

  private static String target(DatabaseSelection selection) {
    return selection.as() == null
        ? selection.database() + "_restored_202611220815"
        : selection.as();
  }

  private static List<SwapTable> tables(String fields) {
    RestoreRequest request = request(fields);
    return MovingIn.tables(request, objects(request), "k3f9a");
  }

  @Test
  void tablesWithoutAGivenDatabaseMayMoveUnderTheNamesThatTheyAreToHave() {
    assertThat(tables(""))
        .containsExactly(
            SwapTable.of(
                new QualifiedName(BESIDE, "orders"), new QualifiedName("shop", "orders"), "k3f9a"),
            SwapTable.of(
                new QualifiedName(BESIDE, "items_old"),
                new QualifiedName("shop", "items_old"),
                "k3f9a"));
  }

  @Test
  void nothingMovesWhereTheRequestSaysSo() {
    assertThat(tables(", \"moveIn\": \"never\"")).isEmpty();
    assertThat(tables(", \"target\": \"sideBySide\"")).isEmpty();
    assertThat(tables(", \"moveIn\": \"ask\"")).as("that is asked later").hasSize(2);
  }

  @Test
  void whatHasMovedIsInPlaceAndTheRestStaysBeside() {
    List<SwapTable> moved = tables("").subList(0, 1);

    assertThat(MovingIn.placed(objects(request("")), moved))
        .containsExactly(
            new ObjectTarget("shop", "shop", List.of(ORDERS)),
            new ObjectTarget("shop", BESIDE, List.of(ITEMS)),
            new ObjectTarget("crm", "crm_old", List.of(new TableSelection("people", null))),
            new ObjectTarget("log", "log_restored_202611220815", null));
  }

  @Test
  void whatWasComparedGoesByTheNamesOfNow() {
    TableComparison orders = compared(BESIDE + ".orders");
    TableComparison items = compared(BESIDE + ".items_old");
    VerificationSummary summary =
        new VerificationSummary(
            VerificationSummary.EQUAL, "checksums", List.of(orders, items), null);

    assertThat(MovingIn.compared(summary, tables("").subList(0, 1)).tables())
        .containsExactly(orders.withTarget("shop.orders"), items);
    assertThat(MovingIn.compared(null, tables(""))).isNull();
  }

  private static TableComparison compared(String target) {
    return new TableComparison("shop.x", target, ComparisonVerdict.EQUAL, 1, 1, "a", "a", null);
  }
}
