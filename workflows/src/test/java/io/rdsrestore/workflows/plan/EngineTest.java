package io.rdsrestore.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.plan.Facts.Primary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  @ParameterizedTest
  @CsvSource({
    "5.5,HighAvailability",
    "5.6,Basic",
    "5.7,HighAvailability",
    "5.7,Finance",
    "8.0,HighAvailability"
  })
  void mySqlOfTheProcedureIsSupported(String version, String category) {
    EngineChoice choice = Engine.of(Primary.USUAL.engine("MySQL", version, category).facts());

    assertThat(choice).isEqualTo(new EngineChoice(Engine.MYSQL, null));
    assertThat(choice.isSupported()).isTrue();
    assertThat(choice.engine().rdsName()).isEqualTo("MySQL");
    assertThat(choice.engine().dtsName()).isEqualTo("MYSQL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MySQL|5.7|Basic|rm-primary01 is MySQL 5.7 Basic edition; the procedure is not offered for it|clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump; or upgrade it to the High-availability edition first",
        "MySQL|8.0|Basic|rm-primary01 is MySQL 8.0 Basic edition; the procedure is not offered for it|clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump; or upgrade it to the High-availability edition first",
        "MySQL|5.1|HighAvailability|rm-primary01 is MySQL 5.1; supported are MySQL 5.5, 5.6, 5.7 and 8.0|clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump",
        "MariaDB|10.3|HighAvailability|rm-primary01 is MariaDB 10.3; the procedure is not offered for MariaDB|clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump",
        "PostgreSQL|15.0|HighAvailability|rm-primary01 is PostgreSQL 15.0; the procedure is not offered for PostgreSQL|clone the instance by hand (CloneDBInstance), then copy the objects with pg_dump",
        "PPAS|10.0|HighAvailability|rm-primary01 is PPAS 10.0; this engine is not known here|clone the instance by hand (CloneDBInstance) and copy the objects from it"
      })
  void anythingElseIsRefusedWithWhatWorksInstead(
      String engine, String version, String category, String message, String remedy) {
    EngineChoice choice = Engine.of(Primary.USUAL.engine(engine, version, category).facts());

    assertThat(choice.isSupported()).isFalse();
    assertThat(choice.refusal()).isEqualTo(PlanCheck.refusal("engine", message, remedy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012_ent_ha", "2012_std_ha", "2016_ent_ha", "2016_std_ha"})
  void sqlServerOfTheProcedureIsSupported(String version) {
    EngineChoice choice =
        Engine.of(Primary.USUAL.engine("SQLServer", version, "HighAvailability").facts());

    assertThat(choice).isEqualTo(new EngineChoice(Engine.SQL_SERVER, null));
    assertThat(choice.engine().dtsName()).isEqualTo("MSSQL");
    assertThat(choice.engine().dtsPurchaseName()).isEqualTo("MSSQL");
  }

  /** All that RDS sells of SQL Server beside these, by name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08r2_ent_ha|HighAvailability|' (high availability, of another version)'",
        "2008r2|Basic|",
        "2012|Basic|' (Enterprise edition on a single node)'",
        "2012_web|Basic|' (Web edition, which is a single node)'",
        "2014_ent_ha|HighAvailability|' (high availability, of another version)'",
        "2014_std_ha|HighAvailability|' (high availability, of another version)'",
        "2016_web|Basic|' (Web edition, which is a single node)'",
        "2016_std_ha|Basic|' of category Basic'",
        "2016_std_sl|serverless_basic|' (serverless)'",
        "2017_ent|AlwaysOn|' (Enterprise edition, Always On cluster)'",
        "2017_std_ha|HighAvailability|' (high availability, of another version)'",
        "2017_web|Basic|' (Web edition, which is a single node)'",
        "2017_std_sl|serverless_basic|' (serverless)'",
        "2019_ent|AlwaysOn|' (Enterprise edition, Always On cluster)'",
        "2019_std_ha|HighAvailability|' (high availability, of another version)'",
        "2019_web|Basic|' (Web edition, which is a single node)'",
        "2019_std_sl|serverless_basic|' (serverless)'",
        "2022_ent|AlwaysOn|' (Enterprise edition, Always On cluster)'",
        "2022_std_ha|HighAvailability|' (high availability, of another version)'",
        "2022_web|Basic|' (Web edition, which is a single node)'"
      })
  void everyOtherSqlServerIsRefusedByItsName(String version, String category, String words) {
    PlanCheck refusal =
        Engine.of(Primary.USUAL.engine("SQLServer", version, category).facts()).refusal();

    assertThat(refusal.message())
        .isEqualTo(
            "rm-primary01 is SQLServer %s%s; supported are SQL Server 2012 and 2016 of the high-availability series (2012_ent_ha, 2012_std_ha, 2016_ent_ha, 2016_std_ha)"
                .formatted(version, words == null ? "" : words));
    // Restoring into an existing instance came with 2012.
    assertThat(refusal.remedy().contains("CopyDatabaseBetweenInstances"))
        .isEqualTo(!version.contains("08"));
    assertThat(refusal.mendable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "MariaDB,10.3", "MariaDB,10.6", "PostgreSQL,10.0", "PostgreSQL,11.0", "PostgreSQL,12.0",
    "PostgreSQL,13.0", "PostgreSQL,14.0", "PostgreSQL,15.0", "PostgreSQL,16.0", "PostgreSQL,17.0"
  })
  void everyVersionOfAnotherEngineIsRefusedByItsName(String engine, String version) {
    PlanCheck refusal =
        Engine.of(Primary.USUAL.engine(engine, version, "HighAvailability").facts()).refusal();

    assertThat(refusal.message()).startsWith("rm-primary01 is %s %s; ".formatted(engine, version));
    assertThat(refusal.remedy()).isNotBlank();
  }

  @Test
  void onlyAPrimaryInstanceIsRestored() {
    assertThat(Engine.of(Primary.USUAL.type("Readonly").facts()).refusal())
        .isEqualTo(
            PlanCheck.refusal(
                "engine",
                "rm-primary01 is not a primary instance (RDS: DBInstanceType Readonly)",
                "restore the primary instance that it belongs to: aliyun rds"
                    + " DescribeDBInstanceAttribute --DBInstanceId rm-primary01 names it as"
                    + " MasterInstanceId"));
  }
}
