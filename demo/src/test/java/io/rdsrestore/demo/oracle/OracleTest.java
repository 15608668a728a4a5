package io.rdsrestore.demo.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OracleTest {
  private static final String ID = "abcdefghij234567";
  private static final PrimaryState BEFORE =
      new PrimaryState(
          Set.of("app"), Map.of(), Map.of("shop", List.of("items")), Set.of(), Set.of("x"));
  private static final PrimaryState RESTORED = BEFORE.withTable("shop", "orders");
  private static final LedgerEntry CLONE = entry("clone", "rm-1", 2, 9, ID);
  private static final LedgerEntry JOB = entry("dts", "dts-1", 3, 8, ID);

  @Test
  void nothingIsWrongWithACalmRestore() {
    assertThat(Oracle.violations(seen(List.of(CLONE, JOB), 1, RESTORED))).isEmpty();
    assertThat(
            Oracle.violations(
                seen(List.of(CLONE, JOB), 1, RESTORED.withGroup("rds_restore", "127.0.0.1"))))
        .isEmpty();
  }

  @Test
  void I1_aSecondPurchaseIsFound() {
    assertThat(found(List.of(CLONE, entry("clone", "rm-2", 4, 9, ID), JOB), 1, RESTORED))
        .contains("I1: 2 of clone bought, asked for again 0 times")
        .contains("I1: rm-1 and rm-2 at the same time");
  }

  @Test
  void I2_aPurchaseBeforeTheApprovalIsFound() {
    assertThat(found(List.of(CLONE, JOB), 3, RESTORED))
        .containsExactly("I2: rm-1 was bought before the approval");
  }

  @Test
  void I3_aPurchaseWithoutTheMarkIsFound() {
    assertThat(found(List.of(CLONE, entry("dts", "dts-1", 3, 8, null)), 1, RESTORED))
        .singleElement()
        .asString()
        .startsWith("I3: dts-1 carries null");
  }

  @Test
  void I3_somethingOfOthersThatIsGoneIsFound() {
    PrimaryState after =
        new PrimaryState(RESTORED.accounts(), Map.of(), RESTORED.tables(), Set.of(), Set.of());
    assertThat(found(List.of(CLONE, JOB), 1, after)).singleElement().asString().startsWith("I3");
  }

  @Test
  void I4_aJobThatOutlivesItsCloneIsFound() {
    assertThat(found(List.of(CLONE, entry("dts", "dts-1", 3, 10, ID)), 1, RESTORED))
        .containsExactly("I4: dts-1 outlives the clone rm-1");
  }

  @Test
  void I5_anotherTableIsFound() {
    assertThat(found(List.of(CLONE, JOB), 1, BEFORE.withTable("shop", "other")))
        .singleElement()
        .asString()
        .startsWith("I5");
  }

  @Test
  void I5_aTableThatIsGoneOrWrittenIntoIsFound() {
    PrimaryState gone =
        new PrimaryState(
            BEFORE.accounts(),
            Map.of(),
            Map.of("shop", List.of("orders")),
            Set.of(),
            BEFORE.bystanders());
    assertThat(found(List.of(CLONE, JOB), 1, gone))
        .containsExactly("I5: shop had [items], has [orders]");
    PrimaryState written =
        new PrimaryState(
            BEFORE.accounts(),
            Map.of(),
            RESTORED.tables(),
            Set.of("shop.items"),
            BEFORE.bystanders());
    assertThat(found(List.of(CLONE, JOB), 1, written))
        .containsExactly("I5: rows were written into [shop.items]");
  }

  @Test
  void I5_aDatabaseThatNobodyAskedForIsFound() {
    assertThat(found(List.of(CLONE, JOB), 1, BEFORE.withTable("shop2", "orders")))
        .containsExactly("I5: nobody asked for database shop2");
  }

  @Test
  void I6_whatIsLeftIsFound() {
    PrimaryState after =
        new PrimaryState(
            Set.of("app", "rr_x"),
            Map.of("rds_restore", "1.2.3.4"),
            RESTORED.tables(),
            Set.of(),
            Set.of("x"));
    assertThat(found(List.of(entry("clone", "rm-1", 2, -1, ID), JOB), 1, after))
        .hasSize(3)
        .allMatch(violation -> violation.startsWith("I6"));
  }

  @Test
  void I6_waitingForNobodyIsFound() {
    assertThat(Oracle.violations(with(List.of(), null, List.of(), false, 10)))
        .containsExactly("I6: it has not ended, and waits for nobody");
  }

  @Test
  void I9_aGateForNoiseIsFound() {
    assertThat(
            Oracle.violations(with(List.of(CLONE, JOB), report(), List.of("failure-1"), true, 10)))
        .singleElement()
        .asString()
        .startsWith("I9");
  }

  @Test
  void tooManyCallsAreFound() {
    assertThat(Oracle.violations(with(List.of(CLONE, JOB), report(), List.of(), true, 16)))
        .containsExactly("calls: 16 calls, more than 15");
  }

  private static List<String> found(List<LedgerEntry> ledger, int approvedAt, PrimaryState after) {
    return Oracle.violations(seen(ledger, approvedAt, after));
  }

  private static Observation seen(List<LedgerEntry> ledger, int approvedAt, PrimaryState after) {
    return seen(ledger, approvedAt, report(), List.of(), false, 10, after);
  }

  private static Observation with(
      List<LedgerEntry> ledger,
      RestoreReport report,
      List<String> gates,
      boolean onlyNoise,
      long calls) {
    return seen(ledger, 1, report, gates, onlyNoise, calls, RESTORED);
  }

  private static Observation seen(
      List<LedgerEntry> ledger,
      int approvedAt,
      RestoreReport report,
      List<String> gates,
      boolean onlyNoise,
      long calls,
      PrimaryState after) {
    return new Observation(
        ID,
        ledger,
        List.of(),
        true,
        at(approvedAt),
        0,
        report,
        null,
        null,
        onlyNoise,
        gates,
        calls,
        15,
        Set.of(),
        BEFORE,
        Allowed.table("shop", "orders"),
        after,
        false);
  }

  private static RestoreReport report() {
    return new RestoreReport(
        ID,
        "rm-0",
        RestorePhase.COMPLETED,
        null,
        "",
        "ana",
        "",
        null,
        at(0),
        at(10),
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static LedgerEntry entry(String kind, String id, int bought, int released, String mark) {
    return new LedgerEntry(kind, id, at(bought), released < 0 ? null : at(released), mark);
  }

  private static Instant at(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }
}
