package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.status.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Foreign keys from chosen tables to others: of MySQL, since DTS leaves those of SQL Server out.
 */
class ForeignKeyTest {
  @Test
  void I2_aParentThatIsNotChosenIsAskedAboutBeforeTheCloneIsBought() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      ForeignKeyFacts key = new ForeignKeyFacts("to_users", "shop.orders", "shop.users");
      rehearsal.tables().foreignKeys.add(key);
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));

      assertThat(rehearsal.gate("failure-1").items())
          .singleElement()
          .satisfies(item -> assertThat(item.name()).isEqualTo("sql.foreignKeys"))
          .satisfies(item -> assertThat(item.remedy()).contains("choose shop.users too"));
      assertThat(rehearsal.status().cloneStatus()).isNull();

      rehearsal.tables().foreignKeys.remove(key);
      rehearsal.answer("retry", "failure-1");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(rehearsal.status().plan().blockers()).isEmpty();
    }
  }
}
