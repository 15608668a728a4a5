package io.rdsrestore.workflows.verdict.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrecheckItemsTest {
  private static final ObjectTarget BESIDE =
      new ObjectTarget(
          "shop",
          "shop_restored",
          List.of(new TableSelection("orders", null), new TableSelection("items", "items`old")));

  private static RestoreNames names(boolean managed, ObjectTarget... objects) {
    return new RestoreNames(
        "cn-hangzhou",
        "rm-primary01",
        "rm-clone",
        "job1",
        List.of("10.0.0.1", "10.0.0.2"),
        "rr_x",
        "rr_x",
        managed,
        List.of(objects),
        Engine.MYSQL);
  }

  private static PrecheckFinding finding(String item, boolean canSkip, String detail) {
    return new PrecheckFinding(item, item + "_DETAIL", "Failed", canSkip, false, "KEY", detail);
  }

  @Test
  void sameNamedTablesAreMovedAwayOneByOneAndSkippingThemIsDangerous() {
    GateItem item =
        PrecheckItems.of(finding("CHECK_SAME_OBJ", true, null), null, names(true, BESIDE));
    assertThat(item.commands())
        .contains(
            "/* on the primary rm-primary01 */ SET foreign_key_checks = 0; RENAME TABLE `shop_restored`.`orders` TO"
                + " `shop_restored`.`orders_before`;",
            "/* on the primary rm-primary01 */ SET foreign_key_checks = 0; RENAME TABLE `shop_restored`.`items``old` TO"
                + " `shop_restored`.`items``old_before`;");
    assertThat(item.message())
        .contains("also wrong ones")
        .contains("only rows whose key is missing are added")
        .contains("without a key every row doubles")
        .contains("DTS says: KEY");
    assertThat(item.canSkip()).isTrue();
    assertThat(item.danger()).isEqualTo("existingRowsStay");
  }

  @Test
  void whatDtsDoesNotLetOneSkipIsNotOffered() {
    GateItem item =
        PrecheckItems.of(finding("CHECK_SAME_OBJ", false, null), null, names(true, BESIDE));
    assertThat(item.canSkip()).isFalse();
    assertThat(item.danger()).isNull();
    assertThat(item.message()).doesNotContain("Skipped");
  }

  @Test
  void onlyTablesThatDtsNamesAreInTheCommands() {
    RestoreNames names = names(true, BESIDE, new ObjectTarget("crm", "crm", null));
    GateItem item =
        PrecheckItems.of(
            finding("CHECK_SAME_OBJ", true, "there: `crm`.`notes`, shop.orders, x.y"), null, names);
    assertThat(item.commands())
        .filteredOn(command -> command.contains("RENAME"))
        .containsExactly(
            "/* on the primary rm-primary01 */ SET foreign_key_checks = 0; RENAME TABLE `crm`.`notes` TO `crm`.`notes_before`;");
  }

  @Test
  void enginesAreOfTheCloneAndItsNames() {
    GateItem item =
        PrecheckItems.of(
            finding("CHECK_ENGINE", false, "not supported: shop.items (MRG_MyISAM)"),
            null,
            names(true, BESIDE));
    assertThat(item.commands())
        .containsExactly(
            "/* on the clone rm-clone */ SHOW CREATE TABLE `shop`.`items`;",
            "/* on the clone rm-clone */ ALTER TABLE `shop`.`items` ENGINE = InnoDB;");
  }

  @Test
  void commandsForTablesThatNobodyNamesAreLeftOut() {
    GateItem item =
        PrecheckItems.of(
            finding("CHECK_ENGINE", false, null),
            null,
            names(true, new ObjectTarget("crm", "crm", null)));
    assertThat(item.commands()).isEmpty();
    assertThat(item.remedy()).contains("convert the table in the clone");
  }

  @Test
  void grantsAreOnePerDatabase() {
    GateItem item =
        PrecheckItems.of(
            finding("CHECK_AUTH_DEST", false, null),
            new AccessDiagnosis("account rr_x lacks rights", Set.of(AccessCause.RIGHTS)),
            names(true, BESIDE, new ObjectTarget("crm", "crm o'x", null)));
    assertThat(item.commands())
        .containsExactly(
            "aliyun rds GrantAccountPrivilege --RegionId cn-hangzhou --DBInstanceId rm-primary01"
                + " --AccountName rr_x --DBName shop_restored --AccountPrivilege ReadWrite",
            "aliyun rds GrantAccountPrivilege --RegionId cn-hangzhou --DBInstanceId rm-primary01"
                + " --AccountName rr_x --DBName 'crm o'\\''x' --AccountPrivilege ReadWrite");
    assertThat(item.message()).endsWith("Looked: account rr_x lacks rights");
  }

  @Test
  void aDiagnosisLeavesOnlyItsRemedies() {
    GateItem item =
        PrecheckItems.of(
            finding("CHECK_CONN_DEST", false, "DTS-70211 no way"),
            new AccessDiagnosis("the group is empty", Set.of(AccessCause.WHITELIST)),
            names(false, BESIDE));
    assertThat(item.remedy()).contains("rds_restore").doesNotContain("password");
    assertThat(item.commands())
        .containsExactly(
            "aliyun rds ModifySecurityIps --RegionId cn-hangzhou --DBInstanceId rm-primary01"
                + " --DBInstanceIPArrayName rds_restore --ModifyMode Append --SecurityIps"
                + " 10.0.0.1,10.0.0.2");
  }

  @Test
  void nobodyIsAskedForThePasswordOfATemporaryAccount() {
    AccessDiagnosis wrong = new AccessDiagnosis("wrong password", Set.of(AccessCause.PASSWORD));
    PrecheckFinding finding = finding("check_conn_src", false, null);
    assertThat(PrecheckItems.of(finding, wrong, names(true, BESIDE)).remedy())
        .contains("retry: the password of the temporary account is set anew");
    assertThat(PrecheckItems.of(finding, wrong, names(false, BESIDE)).commands())
        .singleElement()
        .asString()
        .contains("--name retry")
        .contains("env:CLONE_PASSWORD");
  }

  @Test
  void anUnknownItemSaysWhatDtsSaidAndHowToLookFurther() {
    GateItem item = PrecheckItems.of(finding("CHECK_MOON", true, " "), null, names(true, BESIDE));
    assertThat(item.name()).isEqualTo("CHECK_MOON");
    assertThat(item.message()).startsWith("not known here; DTS says: KEY");
    assertThat(item.commands())
        .anyMatch(
            command -> command.contains("DescribePreCheckStatus") && command.contains("job1"));
    assertThat(item.canSkip()).isTrue();
  }

  @Test
  void manyTablesStayReadable() {
    List<TableSelection> tables =
        java.util.stream.IntStream.range(0, 500)
            .mapToObj(number -> new TableSelection("t" + number, null))
            .toList();
    GateItem item =
        PrecheckItems.of(
            finding("CHECK_DEST_TABLE_EMPTY", true, null),
            null,
            names(true, new ObjectTarget("shop", "shop", tables)));
    assertThat(item.commands()).hasSizeLessThanOrEqualTo(2 * Placeholders.MOST_COMMANDS);
  }

  @Test
  void aCopyThatFailedIsToldByItsCode() {
    RestoreNames names = names(true, new ObjectTarget("shop", "shop", null));
    assertThat(
            CopyFailure.items(
                "DTS-70004 Execute sql error, creating shop.orders: DTS-10046 denied", names))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.name()).isEqualTo("DTS-70004");
              assertThat(item.message()).startsWith("a statement of DTS failed on the primary");
              assertThat(item.commands())
                  .anyMatch(command -> command.contains("GrantAccountPrivilege"));
            });
    assertThat(CopyFailure.items("DTS-1020042 Table shop.orders already exists", names))
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.commands())
                    .anyMatch(command -> command.contains("RENAME TABLE `shop`.`orders`")));
    assertThat(CopyFailure.items(null, names))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.name()).isEqualTo("job1");
              assertThat(item.message()).contains("DTS gave no reason");
            });
  }
}
