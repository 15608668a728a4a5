package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.decision.GateItem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecheckVerdictTest {
  private static PrecheckFinding finding(
      String item, String state, boolean canSkip, boolean skipped, String key, String detail) {
    return new PrecheckFinding(item, item + "_DETAIL", state, canSkip, skipped, key, detail);
  }

  private static PrecheckVerdict failed(PrecheckFinding... findings) {
    return PrecheckVerdict.of(new PrecheckResult(false, "PrecheckFailed", List.of(findings)));
  }

  @Test
  void whatDtsCallsPassedHasPassed() {
    assertThat(
            PrecheckVerdict.of(
                new PrecheckResult(
                    true,
                    "PreCheckPass",
                    List.of(finding("CHECK_SQL_MODE", "Warning", true, false, "K", null)))))
        .isEqualTo(new PrecheckVerdict(true, "the precheck has passed", List.of(), false));
  }

  @Test
  void aKnownItemHasItsMeaningAndRemedy() {
    PrecheckVerdict verdict =
        failed(
            finding(
                "CHECK_SAME_OBJ",
                "Failed",
                true,
                false,
                "CHECK__ERROR_SAME_OBJ",
                "Table \"orders\" already exists"),
            finding("CHECK_SQL_MODE", "Warning", false, false, "K", null),
            finding("CHECK_SRC", "Failed", true, true, "K", null));

    assertThat(verdict)
        .isEqualTo(
            new PrecheckVerdict(
                false,
                "The precheck failed: CHECK_SAME_OBJ",
                List.of(
                    new GateItem(
                        "CHECK_SAME_OBJ",
                        "an object of a chosen name exists on the primary; DTS says: Table"
                            + " \"orders\" already exists",
                        "move it away on the primary and retry: RENAME TABLE `<database>`.`<table>`"
                            + " TO `<database>`.`<table>_before`; skipping keeps its rows and adds"
                            + " only those whose key is missing",
                        List.of(),
                        true,
                        null)),
                true));
  }

  @Test
  void anUnknownItemSaysWhatDtsSaid() {
    PrecheckVerdict verdict =
        failed(
            finding("CHECK_MOON", "Failed", false, false, "CHECK__ERROR_MOON", " "),
            finding("CHECK_SUN", "failed", false, false, null, null));

    assertThat(verdict.reason()).isEqualTo("The precheck failed: CHECK_MOON, CHECK_SUN");
    assertThat(verdict.anySkippable()).isFalse();
    assertThat(verdict.items())
        .containsExactly(
            GateItem.of(
                "CHECK_MOON",
                "not known here; DTS says: CHECK__ERROR_MOON",
                "look at this item in the DTS console, where it is explained; mend it and retry"),
            GateItem.of(
                "CHECK_SUN",
                "not known here",
                "look at this item in the DTS console, where it is explained; mend it and retry"));
  }

  @Test
  void aFailureWithoutAnItemIsNotSilent() {
    assertThat(failed())
        .isEqualTo(
            new PrecheckVerdict(
                false,
                "The precheck has not passed (DTS: PrecheckFailed), but DTS names no item that"
                    + " failed",
                List.of(
                    GateItem.of(
                        "precheck",
                        "DTS names no item",
                        "look at the job's precheck in the DTS console, then retry")),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHECK_CONN_SRC|DTS does not get into the clone|rds_restore of the clone",
        "check_conn_dest|DTS does not get into the primary|rds_restore of the primary",
        "CHECK_AUTH_SRC|the account on the clone lacks rights|--AccountPrivilege ReadOnly",
        "CHECK_AUTH_DEST|the account on the primary lacks rights|--AccountPrivilege ReadWrite",
        "CHECK_ENGINE|a chosen table has a storage engine that DTS does not migrate (FEDERATED, MRG_MYISAM)|leave the table out",
        "CHECK_SRC|DTS does not support the version of the clone|which version",
        "CHECK_SAME_OBJ|an object of a chosen name exists on the primary|RENAME TABLE",
        "CHECK_SAME_USER|accounts differ in name or clash|accounts are not migrated",
        "CHECK_BINLOG_ON|binary logging is off on the clone|only incremental",
        "CHECK_BINLOG_MODE|binlog_format of the clone is not ROW|binlog_format to ROW",
        "CHECK_BINLOG_EXIST|binary logs of the clone are gone|keep logs longer",
        "CHECK_BINLOG_ROW_IMAGE|binlog_row_image of the clone is not FULL|binlog_row_image to FULL",
        "CHECK_SERVER_ID|server-id of the clone is not above 1|skip the item",
        "CHECK_MYSQL_PASSOWRD_FORMAT|the account's password is stored in the old format|SET old_passwords = 0;",
        "CHECK_SQL_MODE|sql_mode of clone and primary do not go together|SELECT @@GLOBAL.sql_mode;",
        "CHECK_TOPOLOGY|the topology is not one that DTS synchronizes|not to migration",
        "CHECK_DEST_TABLE_EMPTY|a target table on the primary has rows|RENAME TABLE",
        "CHECK_SUPER_AUTH_DEST|the account on the primary is not a privileged one|privileged account",
        "CHECK_MASTER_DB_STATUS|DTS finds an instance not in a state to migrate|are Running"
      })
  void theCatalogueKnowsTheDocumentedItems(String item, String meaning, String inRemedy) {
    assertThat(failed(finding(item, "Failed", false, false, null, null)).items())
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.message()).isEqualTo(meaning);
              assertThat(shown.remedy()).contains(inRemedy);
            });
  }
}
