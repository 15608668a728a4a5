package io.rdsrestore.demo.remedies;

import static io.rdsrestore.demo.remedies.Trouble.doWhatItSays;
import static io.rdsrestore.demo.remedies.Trouble.paste;
import static io.rdsrestore.demo.remedies.Trouble.retry;
import static io.rdsrestore.demo.remedies.Trouble.skip;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.stream.Stream;

/** What can go wrong with some tables of {@code shop} that come back into another database. */
final class TableTroubles {
  /** Where the tables go. */
  static final String TARGET = "rescue";

  /** What a gate says of an item that a test lets fail without a reason. */
  private static final String BY_SCRIPT = "DTS says";

  private TableTroubles() {}

  /**
   * In the order in which they happen: what sets our accounts anew does not come right before what
   * needs them broken.
   */
  static List<Trouble> all() {
    return List.of(
        new Trouble(
            "CHECK_SAME_OBJ",
            scene ->
                scene
                    .primary()
                    .run(
                        "CREATE DATABASE IF NOT EXISTS " + TARGET,
                        "CREATE TABLE " + TARGET + ".orders (id INT PRIMARY KEY)"),
            "an object of a chosen name exists on the primary",
            paste("RENAME TABLE")),
        new Trouble(
            "CHECK_SQL_MODE",
            scene -> scene.primary().run(sqlMode("STRICT_TRANS_TABLES,NO_ZERO_DATE")),
            "sql_mode",
            doWhatItSays(
                "set sql_mode of the clone to that of the primary",
                scene -> scene.cloned().run(sqlMode("STRICT_TRANS_TABLES,NO_ZERO_DATE")))),
        new Trouble(
            "CHECK_ENGINE",
            scene ->
                scene
                    .cloned()
                    .run(
                        "DROP TABLE shop.settings",
                        "CREATE TABLE shop.settings (name VARCHAR(64) NOT NULL, KEY (name))"
                            + " ENGINE=MRG_MyISAM"),
            "MRG_MyISAM",
            paste("ENGINE = InnoDB")),
        new Trouble(
            "CHECK_FOREIGN_KEY",
            scene ->
                scene
                    .cloned()
                    .run(
                        "SET foreign_key_checks = 0",
                        "ALTER TABLE shop.shipments ADD CONSTRAINT paid"
                            + " FOREIGN KEY (order_id) REFERENCES shop.payments (id)"),
            "shop.shipments needs shop.payments",
            doWhatItSays(
                "ALTER TABLE … DROP FOREIGN KEY …",
                scene -> scene.cloned().run("ALTER TABLE shop.shipments DROP FOREIGN KEY paid"))),
        new Trouble(
            "CHECK_MASTER_DB_STATUS",
            scene ->
                scene.world().sandbox().condition(Scene.PRIMARY).setLock("ManualLock", "a drill"),
            "lock",
            doWhatItSays(
                "wait until both are Running and unlocked",
                scene -> scene.world().sandbox().condition(Scene.PRIMARY).setLock("Unlock", ""))),
        new Trouble(
            "CHECK_BINLOG_MODE",
            scene -> scene.cloned().run("SET GLOBAL binlog_format='STATEMENT'"),
            "binlog_format",
            doWhatItSays(
                "set binlog_format to ROW",
                scene -> scene.cloned().run("SET GLOBAL binlog_format='ROW'"))),
        new Trouble(
            "CHECK_BINLOG_ROW_IMAGE",
            scene -> scene.cloned().run("SET GLOBAL binlog_row_image='MINIMAL'"),
            "binlog_row_image",
            doWhatItSays(
                "set binlog_row_image to FULL",
                scene -> scene.cloned().run("SET GLOBAL binlog_row_image='FULL'"))),
        new Trouble(
            "CHECK_CONN_DEST",
            scene -> scene.closeWhitelist(Scene.PRIMARY),
            "Looked: whitelist group rds_restore",
            paste("ModifySecurityIps")),
        new Trouble(
            "CHECK_CONN_SRC",
            scene -> scene.closeWhitelist(scene.cloneId()),
            "Looked: whitelist group rds_restore",
            paste("ModifySecurityIps")),
        new Trouble(
            "CHECK_AUTH_DEST",
            scene -> scene.primary().run(revoke(scene, TARGET)),
            "lacks",
            paste("GrantAccountPrivilege")),
        scripted("CHECK_BINLOG_ON", retry("turn it on in the RDS console")),
        new Trouble(
            "CHECK_AUTH_SRC",
            scene -> scene.cloned().run(revoke(scene, "shop")),
            "lacks",
            paste("GrantAccountPrivilege")),
        scripted("CHECK_BINLOG_EXIST", retry("keep them longer in the RDS console")),
        new Trouble(
            "CHECK_CONN_DEST",
            scene ->
                scene.rds(
                    "ResetAccountPassword",
                    Scene.PRIMARY,
                    "--AccountName " + scene.account() + " --AccountPassword Somebody-e1se"),
            "but its password is wrong",
            retry("the password of the temporary account is set anew")),
        new Trouble(
            "CHECK_SERVER_ID",
            scene -> scene.cloned().run("SET GLOBAL server_id=1"),
            "server",
            skip("skip the item")),
        new Trouble(
            "CHECK_CONN_SRC",
            scene ->
                scene.rds("DeleteAccount", scene.cloneId(), "--AccountName " + scene.account()),
            "there is no account",
            retry("it is made anew")),
        scripted("CHECK_SAME_USER", skip("skip the item: accounts are not migrated")),
        new Trouble(
            "CHECK_MYSQL_PASSOWRD_FORMAT",
            scene ->
                scene
                    .cloned()
                    .run(
                        "ALTER USER '%s'@'%%' IDENTIFIED VIA mysql_old_password USING '0123456789abcdef'"
                            .formatted(scene.account())),
            "old_password",
            retry("its password is set anew")),
        scripted("CHECK_TOPOLOGY", skip("skip the item")),
        scripted("CHECK_SRC", skip("skip the item if DTS lets you")),
        scripted("CHECK_SOMETHING_NEW", retry("look at this item in the DTS console")),
        new Trouble(
            "CHECK_SCHEMA_EXIST",
            scene -> scene.cloned().run("DROP TABLE shop.settings"),
            "The source has no table shop.settings",
            TableTroubles::leaveOutSettings),
        // What was skipped was skipped for the former objects.
        new Trouble("CHECK_SERVER_ID", scene -> {}, "server", skip("skip the item")));
  }

  private static void leaveOutSettings(Scene scene, Gate gate, GateItem item) {
    assertThat(item.remedy()).contains("leave it out");
    scene.changeObjects(gate.gate(), chosen("orders", "shipments"));
  }

  /** Tables of {@code shop}, into {@link #TARGET}. */
  static DatabaseSelection chosen(String... tables) {
    return new DatabaseSelection(
        "shop", TARGET, Stream.of(tables).map(name -> new TableSelection(name, null)).toList());
  }

  /** An item that DTS lets fail once for reasons that two servers here cannot have. */
  private static Trouble scripted(String item, Trouble.Mend mend) {
    return new Trouble(item, scene -> scene.failOnce(item), BY_SCRIPT, mend);
  }

  private static String sqlMode(String modes) {
    return "SET GLOBAL sql_mode='" + modes + "'";
  }

  private static String revoke(Scene scene, String database) {
    return "REVOKE ALL PRIVILEGES ON `%s`.* FROM '%s'@'%%'".formatted(database, scene.account());
  }
}
