package io.rdsrestore.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.TargetMode;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that are named with their schema. */
class SchemaNamesTest {
  private static RestoreRequest request(TableSelection... tables) {
    return RestoreRequest.of(
        "cn-hangzhou",
        "rm-1",
        RestorePoint.backup("1"),
        List.of(new DatabaseSelection("shop", null, List.of(tables))),
        "ana",
        "INC-1");
  }

  private static TableSelection table(String name, String as) {
    return new TableSelection(name, as);
  }

  private static PlanCheck row(TableSelection... tables) {
    return Engine.SQL_SERVER.limits(request(tables)).stream()
        .filter(check -> check.id().equals("sqlserver.schema"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tablesOfSeveralSchemasAreTaken() {
    assertThat(row(table("orders", null), table("sales.bills", "sales.bills_old")))
        .isEqualTo(
            PlanCheck.ok(
                "sqlserver.schema",
                "a chosen table without a schema is one of schema dbo; others are named as SCHEMA.TABLE"));
  }

  @Test
  void noTableGoesIntoAnotherSchema() {
    assertThat(row(table("sales.bills", "bills_old")))
        .isEqualTo(
            PlanCheck.refusal(
                "sqlserver.schema",
                "table shop.sales.bills is to become bills_old, and DTS moves no table into another schema",
                "name one of its own schema: as sales.bills_old"));
  }

  @Test
  void oneNameInTwoSchemasTakesTheWholeDatabase() {
    assertThat(row(table("orders", null), table("sales.Orders", null)).message())
        .isEqualTo(
            "two chosen tables of database shop are called Orders, in two schemas, which DTS takes only with the whole database");
    assertThat(row(table("orders", null), table("sales.orders", "sales.orders_2")).status())
        .isEqualTo(CheckStatus.OK);
  }

  @Test
  void theUsualSchemaGoesWithoutSaying() {
    RestoreRequest named =
        Engine.SQL_SERVER.adapted(request(table("dbo.orders", "dbo.o2"), table("sales.b", null)));

    assertThat(named.objects().get(0).tables())
        .containsExactly(table("orders", "o2"), table("sales.b", null));
  }

  @Test
  void tablesThatStayAnywayKeepTheRequestsWord() {
    RestoreRequest beside =
        request(table("orders", null)).withObjects(null, TargetMode.SIDE_BY_SIDE);

    assertThat(Engine.SQL_SERVER.adapted(beside)).isEqualTo(beside);
  }

  @Test
  void tablesOfMySqlHaveNone() {
    assertThat(Engine.MYSQL.limits(request(table("orders", null)))).isEmpty();
    assertThat(Engine.MYSQL.limits(request(table("shop.orders", null))))
        .containsExactly(
            PlanCheck.refusal(
                "names.schema",
                "table shop.orders is named with a dot, and tables of MySQL have no schema before their name",
                "name the table alone, and its database in database"));
  }

  @Test
  void printedSqlNamesTheSchema() {
    EngineSql sql = Engine.SQL_SERVER.sql();

    assertThat(sql.quote("shop", "sales.bills")).isEqualTo("[shop].[sales].[bills]");
    assertThat(sql.moveAway("shop", "sales.bills"))
        .isEqualTo("EXEC [shop].sys.sp_rename N'[sales].[bills]', N'bills_before';");
    assertThat(
            sql.putBack(
                new QualifiedName("shop", "sales.bills"),
                new QualifiedName("beside", "sales.bills"),
                "rr_1"))
        .anyMatch(
            line ->
                line.startsWith(
                    "INSERT INTO [shop].[sales].[bills] SELECT r.* FROM [beside].[sales].[bills]"))
        .anyMatch(line -> line.contains("EXEC sp_rename N'[sales].[bills]', N'rr_1'"))
        .anyMatch(line -> line.contains("ALTER SCHEMA [sales] TRANSFER [rr_1].[bills]"));
  }
}
