package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.request.AutoRepair;
import io.rdsrestore.workflows.verdict.remedies.AccessCause;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import io.rdsrestore.workflows.verdict.remedies.Catalogue;
import io.rdsrestore.workflows.verdict.remedies.CatalogueItem;
import io.rdsrestore.workflows.verdict.remedies.Repair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepairChoiceTest {
  private static List<PrecheckFinding> failed(String... items) {
    return java.util.Arrays.stream(items)
        .map(item -> new PrecheckFinding(item, null, "Failed", false, false, null, null))
        .toList();
  }

  private static RepairChoice choose(boolean managed, String... items) {
    return RepairChoice.of(AutoRepair.SAFE, managed, failed(items), Set.of(), Map.of());
  }

  private static AccessDiagnosis found(AccessCause cause) {
    return new AccessDiagnosis("looked", Set.of(cause));
  }

  static List<CatalogueItem> items() {
    return Catalogue.precheck();
  }

  @ParameterizedTest
  @MethodSource("items")
  void repairsWhatTheCatalogueCallsAutomaticAndNothingElse(CatalogueItem item) {
    assertThat(choose(true, item.item()).repairs().isEmpty())
        .isEqualTo(item.repair() != Repair.AUTOMATIC);
  }

  @Test
  void eachItemOnceInARestore() {
    RepairChoice again =
        RepairChoice.of(
            AutoRepair.SAFE,
            true,
            failed("CHECK_CONN_DEST", "CHECK_AUTH_SRC"),
            Set.of("CHECK_CONN_DEST"),
            Map.of());
    assertThat(again.items()).containsExactly("CHECK_AUTH_SRC");
    assertThat(again.repairs()).containsExactly(OwnRepair.ACCOUNTS);
  }

  @Test
  void nothingUnlessItMay() {
    assertThat(
            RepairChoice.of(AutoRepair.NONE, true, failed("CHECK_CONN_DEST"), Set.of(), Map.of())
                .repairs())
        .isEmpty();
  }

  @Test
  void accountsOfPeopleAreNeverTouched() {
    assertThat(choose(false, "CHECK_AUTH_SRC", "CHECK_MYSQL_PASSOWRD_FORMAT").repairs()).isEmpty();
    assertThat(choose(false, "CHECK_CONN_SRC").repairs()).containsExactly(OwnRepair.WHITELIST);
  }

  @Test
  void ofAnExistingAccountTheWhitelistIsRepairedOnlyIfItIsTheCause() {
    List<PrecheckFinding> failed = failed("CHECK_CONN_DEST");
    assertThat(
            RepairChoice.of(
                    AutoRepair.SAFE,
                    false,
                    failed,
                    Set.of(),
                    Map.of("CHECK_CONN_DEST", found(AccessCause.PASSWORD)))
                .repairs())
        .isEmpty();
    assertThat(
            RepairChoice.of(
                    AutoRepair.SAFE,
                    false,
                    failed,
                    Set.of(),
                    Map.of("CHECK_CONN_DEST", found(AccessCause.WHITELIST)))
                .repairs())
        .containsExactly(OwnRepair.WHITELIST);
  }
}
