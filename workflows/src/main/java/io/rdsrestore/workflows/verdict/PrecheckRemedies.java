package io.rdsrestore.workflows.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The precheck items of DTS from MySQL to MySQL, as far as they are documented. */
final class PrecheckRemedies {
  private static final Map<String, PrecheckRemedy> BY_ITEM =
      List.of(
              item(
                  "CHECK_CONN_SRC",
                  "DTS does not get into the clone",
                  "see that whitelist group rds_restore of the clone holds the addresses of DTS; with an existing account, that name and password are those of the restore point"),
              item(
                  "CHECK_CONN_DEST",
                  "DTS does not get into the primary",
                  "see that whitelist group rds_restore of the primary holds the addresses of DTS; with an existing account, that name and password are right"),
              item(
                  "CHECK_AUTH_SRC",
                  "the account on the clone lacks rights",
                  "give it at least SELECT: aliyun rds GrantAccountPrivilege --DBInstanceId <clone> --AccountName <account> --DBName <database> --AccountPrivilege ReadOnly"),
              item(
                  "CHECK_AUTH_DEST",
                  "the account on the primary lacks rights",
                  "give it read/write: aliyun rds GrantAccountPrivilege --DBInstanceId <primary> --AccountName <account> --DBName <database> --AccountPrivilege ReadWrite"),
              item(
                  "CHECK_ENGINE",
                  "a chosen table has a storage engine that DTS does not migrate (FEDERATED, MRG_MYISAM)",
                  "leave the table out of the selection; DTS offers no way round it, so abort and start again without it"),
              item(
                  "CHECK_SRC",
                  "DTS does not support the version of the clone",
                  "skip the item if DTS lets you, or ask Alibaba Cloud which version it wants"),
              item(
                  "CHECK_SAME_OBJ",
                  "an object of a chosen name exists on the primary",
                  "move it away on the primary and retry: RENAME TABLE `<database>`.`<table>` TO `<database>`.`<table>_before`; skipping keeps its rows and adds only those whose key is missing"),
              item(
                  "CHECK_SAME_USER",
                  "accounts differ in name or clash",
                  "skip the item: accounts are not migrated"),
              item(
                  "CHECK_BINLOG_ON",
                  "binary logging is off on the clone",
                  "only incremental migration needs it; retry, and if it fails again turn it on in the clone's parameters"),
              item(
                  "CHECK_BINLOG_MODE",
                  "binlog_format of the clone is not ROW",
                  "only incremental migration needs it; set binlog_format to ROW in the parameters of the clone, then retry"),
              item(
                  "CHECK_BINLOG_EXIST",
                  "binary logs of the clone are gone",
                  "only incremental migration needs them; keep logs longer on the clone, then retry"),
              item(
                  "CHECK_BINLOG_ROW_IMAGE",
                  "binlog_row_image of the clone is not FULL",
                  "only incremental migration needs it; set binlog_row_image to FULL in the clone's parameters, then retry"),
              item(
                  "CHECK_SERVER_ID",
                  "server-id of the clone is not above 1",
                  "only incremental migration needs it; skip the item if DTS lets you"),
              item(
                  "CHECK_MYSQL_PASSOWRD_FORMAT",
                  "the account's password is stored in the old format",
                  "set it again in the new one: SET old_passwords = 0; SET PASSWORD FOR '<account>'@'%' = PASSWORD('<the same password>');"),
              item(
                  "CHECK_SQL_MODE",
                  "sql_mode of clone and primary do not go together",
                  "compare SELECT @@GLOBAL.sql_mode; on both and set the clone's to that of the primary by its parameters in the RDS console, then retry"),
              item(
                  "CHECK_TOPOLOGY",
                  "the topology is not one that DTS synchronizes",
                  "this belongs to synchronization, not to migration; skip the item if DTS lets you"),
              item(
                  "CHECK_DEST_TABLE_EMPTY",
                  "a target table on the primary has rows",
                  "move it away on the primary and retry: RENAME TABLE `<database>`.`<table>` TO `<database>`.`<table>_before`; skipping keeps its rows"),
              item(
                  "CHECK_SUPER_AUTH_DEST",
                  "the account on the primary is not a privileged one",
                  "skip the item if DTS lets you, or start again with accounts.target naming a privileged account"),
              item(
                  "CHECK_MASTER_DB_STATUS",
                  "DTS finds an instance not in a state to migrate",
                  "see in the RDS console that clone and primary are Running, with no upgrade or change of class going on, then retry"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(PrecheckRemedy::item, Function.identity()));

  private PrecheckRemedies() {}

  /** All items that are known. */
  static Set<String> items() {
    return BY_ITEM.keySet();
  }

  static Optional<PrecheckRemedy> of(String item) {
    return item == null
        ? Optional.empty()
        : Optional.ofNullable(BY_ITEM.get(item.toUpperCase(Locale.ROOT)));
  }

  private static PrecheckRemedy item(String item, String meaning, String remedy) {
    return new PrecheckRemedy(item, meaning, remedy);
  }
}
