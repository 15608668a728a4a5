package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Restores of SQL Server on the control plane: no SQL Server runs here. */
class SqlServerTest {
  private static PrimarySpec.Builder sqlServer(String version) {
    return Rehearsal.primary().engine("SQLServer", version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012_ent_ha", "2012_std_ha", "2016_ent_ha", "2016_std_ha"})
  void aLostTableComesBackBesideFromRequestToReport(String version) {
    try (Rehearsal rehearsal = Rehearsal.begin(sqlServer(version))) {
      Instant point = rehearsal.lose("orders");
      rehearsal.start(request(point));
      Gate approval = rehearsal.gate("approval-1");
      assertThat(rehearsal.status().plan().instance()).contains("SQLServer " + version);
      assertThat(rehearsal.status().plan().checks())
          .extracting(PlanCheck::id)
          .contains("recovery.window", "sqlserver.foreignKeys", "sqlserver.databases");
      rehearsal.answer("approve", approval.gate());

      RestoreReport report = rehearsal.completed();

      rehearsal.assertBought(1, 1);
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      String beside = report.objects().get(0).targetDatabase();
      assertThat(beside).startsWith("shop_restored_");
      assertThat(rehearsal.memory().tablesAt(Rehearsal.PRIMARY, rehearsal.now()))
          .containsEntry(beside, List.of("orders"));
      assertThat(report.putBackSql())
          .anyMatch(
              line ->
                  line.startsWith(
                      "INSERT INTO [shop].[dbo].[orders] SELECT r.* FROM [%s]".formatted(beside)))
          .anyMatch(line -> line.contains("ALTER SCHEMA [dbo] TRANSFER"))
          .noneMatch(line -> line.contains("`"));
      assertThat(report.sqlPurpose()).isEqualTo(SqlPurpose.PUT_BACK_BY_HAND);
      assertThat(report.notRestored())
          .anyMatch(line -> line.contains("foreign keys (DTS does not migrate them"));
      assertThat(rehearsal.calls("DescribeLocalAvailableRecoveryTime")).isZero();
      assertThat(rehearsal.calls("DescribeLogBackupFiles")).isPositive();
    }
  }

  @Test
  void withoutAWayIntoTheServersItIsSaidThatNothingWasCompared() {
    try (Rehearsal rehearsal = Rehearsal.begin(sqlServer("2016_std_ha"))) {
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "verify", "none"));

      RestoreReport report = rehearsal.completed();

      assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.NOT_VERIFIED);
    }
  }

  @Test
  void aWholeDatabaseThatIsGoneComesBackUnderItsName() {
    try (Rehearsal rehearsal = Rehearsal.begin(sqlServer("2016_std_ha"))) {
      Instant point = rehearsal.lose("orders");
      rehearsal.start(
          with(
              unattended(request(point)),
              "objects",
              List.of(Map.of("database", "shop", "as", "shop_old"))));

      RestoreReport report = rehearsal.completed();

      assertThat(report.objects().get(0).targetDatabase()).isEqualTo("shop_old");
      assertThat(rehearsal.memory().tablesAt(Rehearsal.PRIMARY, rehearsal.now()).get("shop_old"))
          .contains("orders", "items");
    }
  }

  @Test
  void aTableOfAnotherSchemaComesBackIntoItsSchema() {
    try (Rehearsal rehearsal =
        Rehearsal.begin(sqlServer("2016_std_ha").database("books", "sales.bills", "bills"))) {
      Instant point = rehearsal.lose("orders");
      rehearsal.start(
          with(
              unattended(request(point)),
              "objects",
              List.of(Map.of("database", "books", "tables", List.of("sales.bills", "dbo.bills")))));
      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("two chosen tables of database books are called bills");

      rehearsal.start(
          with(
              unattended(request(point)),
              "objects",
              List.of(Map.of("database", "books", "tables", List.of("sales.bills")))));
      RestoreReport report = rehearsal.completed();

      String beside = report.objects().get(0).targetDatabase();
      assertThat(rehearsal.memory().tablesAt(Rehearsal.PRIMARY, rehearsal.now()))
          .containsEntry(beside, List.of("sales.bills"));
      assertThat(report.putBackSql())
          .anyMatch(line -> line.startsWith("INSERT INTO [books].[sales].[bills] "))
          .anyMatch(line -> line.contains("ALTER SCHEMA [sales] TRANSFER"));
    }
  }

  @ParameterizedTest
  @CsvSource({"2014_std_ha,HighAvailability", "2017_ent,AlwaysOn", "2016_web,Basic"})
  void otherEditionsAreRefusedByNameBeforeAnythingIsDone(String version, String category) {
    try (Rehearsal rehearsal = Rehearsal.begin(sqlServer(version).category(category))) {
      rehearsal.start(request(rehearsal.lose("orders")));

      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("SQLServer " + version)
          .contains("supported are SQL Server 2012 and 2016")
          .contains("CopyDatabaseBetweenInstances");
      rehearsal.assertBought(0, 0);
    }
  }

  @Test
  void elevenDatabasesAreTooManyForATask() {
    PrimarySpec.Builder primary = sqlServer("2016_std_ha");
    List<Map<String, String>> objects =
        IntStream.range(0, 11).mapToObj(i -> Map.of("database", "db" + i)).toList();
    objects.forEach(object -> primary.database(object.get("database"), "t"));
    try (Rehearsal rehearsal = Rehearsal.begin(primary)) {
      rehearsal.start(with(request(rehearsal.lose("orders")), "objects", objects));

      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("11 databases are chosen, and DTS takes at most 10 of SQL Server a task");
    }
  }

  @Test
  void whatNeedsATableToBeMovedIsRefused() {
    try (Rehearsal rehearsal = Rehearsal.begin(sqlServer("2016_std_ha"))) {
      rehearsal.start(with(request(rehearsal.lose("orders")), "afterwards", "ask"));

      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("SQL Server renames no table into another database")
          .contains("leave out afterwards");
    }
  }

  @Test
  void anInstantBeforeTheOldestKeptBackupIsRefused() {
    try (Rehearsal rehearsal = Rehearsal.begin(sqlServer("2016_std_ha"))) {
      Instant early = rehearsal.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(6 * 3600);
      rehearsal.start(request(early));

      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("is before the recovery window of rm-primary01, 2026-11-22T23:00:00Z to ");
    }
  }
}
