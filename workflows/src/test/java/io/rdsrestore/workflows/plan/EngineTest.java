package io.rdsrestore.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.plan.Facts.Primary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
  @ParameterizedTest
  @CsvSource({"5.5,HighAvailability", "5.6,Basic", "5.7,HighAvailability", "5.7,Finance"})
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
        "SQLServer|2016_ent_ha|HighAvailability|rm-primary01 is SQLServer 2016_ent_ha; SQL Server is not supported yet|restore databases to this instance with RDS itself: CopyDatabaseBetweenInstances takes a backup set or an instant, under database names that are free",
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
