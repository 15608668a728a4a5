package io.rdsrestore.activities.dts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rdsrestore.workflows.plan.DbListForm;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DbListTest {
  @Test
  void namesTablesAndTheirNewNames() {
    assertThat(
            DbList.of(
                List.of(
                    new ObjectTarget(
                        "shop",
                        "shop",
                        List.of(
                            new TableSelection("orders", null),
                            new TableSelection("items", "items_before")))),
                DbListForm.TABLES))
        .isEqualTo(
            "{\"shop\":{\"name\":\"shop\",\"all\":false,\"Table\":{"
                + "\"orders\":{\"name\":\"orders\",\"all\":true},"
                + "\"items\":{\"name\":\"items_before\",\"all\":true}}}}");
  }

  @Test
  void putsTablesOfSqlServerIntoTheirSchema() {
    assertThat(
            DbList.of(
                List.of(
                    new ObjectTarget(
                        "shop", "shop_restored", List.of(new TableSelection("orders", null))),
                    new ObjectTarget("crm", "crm", null)),
                DbListForm.SCHEMAS))
        .isEqualTo(
            "{\"shop\":{\"name\":\"shop_restored\",\"all\":false,\"Schema\":{\"dbo\":{"
                + "\"name\":\"dbo\",\"all\":false,\"Table\":{"
                + "\"orders\":{\"name\":\"orders\",\"all\":true}}}}},"
                + "\"crm\":{\"name\":\"crm\",\"all\":true}}");
  }

  @Test
  void putsTablesOfOtherSchemasIntoTheirs() {
    assertThat(
            DbList.of(
                List.of(
                    new ObjectTarget(
                        "shop",
                        "shop",
                        List.of(
                            new TableSelection("orders", null),
                            new TableSelection("sales.invoices", "sales.invoices_old"),
                            new TableSelection("sales.bills", null)))),
                DbListForm.SCHEMAS))
        .isEqualTo(
            "{\"shop\":{\"name\":\"shop\",\"all\":false,\"Schema\":{"
                + "\"dbo\":{\"name\":\"dbo\",\"all\":false,\"Table\":{"
                + "\"orders\":{\"name\":\"orders\",\"all\":true}}},"
                + "\"sales\":{\"name\":\"sales\",\"all\":false,\"Table\":{"
                + "\"invoices\":{\"name\":\"invoices_old\",\"all\":true},"
                + "\"bills\":{\"name\":\"bills\",\"all\":true}}}}}}");
  }

  @Test
  void takesWholeDatabasesUnderOtherNames() {
    assertThat(
            DbList.of(List.of(new ObjectTarget("shop", "shop_\"old\"", null)), DbListForm.TABLES))
        .isEqualTo("{\"shop\":{\"name\":\"shop_\\\"old\\\"\",\"all\":true}}");
  }

  @Test
  void refusesWhatIsNotDecided() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DbList.of(List.of(new ObjectTarget("shop", null, null)), DbListForm.TABLES));
  }

  @Test
  void reservesNothingThatStartsByItself() {
    assertThat(Reserve.of("2", CopyRate.unlimited()))
        .isEqualTo("{\"targetTableMode\":\"2\",\"autoStartModulesAfterConfig\":\"none\"}");
  }

  @Test
  void limitsTheFullCopyWhereAskedTo() {
    assertThat(Reserve.of("0", new CopyRate(500L, null)))
        .endsWith(",\"fullDynamicConfig\":{\"dts.datamove.source.rps.max\":\"500\"}}");
    assertThat(Reserve.of("0", new CopyRate(null, 4096L)))
        .endsWith(",\"fullDynamicConfig\":{\"dts.datamove.source.bps.max\":\"4096\"}}");
  }
}
