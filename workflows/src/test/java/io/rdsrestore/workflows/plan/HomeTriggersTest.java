package io.rdsrestore.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.request.AccountMode;
import io.rdsrestore.workflows.request.Accounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeTriggersTest {
  private static final ObjectTarget SHOP = new ObjectTarget("shop", "shop_restored", null);

  private static ObjectDefinition trigger(String name, String definer) {
    return new ObjectDefinition(
        ObjectKind.TRIGGER,
        "shop",
        name,
        "orders",
        definer == null ? null : "CREATE DEFINER=%s TRIGGER %s".formatted(definer, name));
  }

  private static Accounts existing(String user) {
    return new Accounts(AccountMode.EXISTING, user, "env:P", null, null);
  }

  @Test
  void theUserOfAllIsNamedWhereThereIsOne() {
    ObjectDefinition app = trigger("t", "`app`@`%`");
    assertThat(HomeTriggers.onlyUser(List.of(app, trigger("u", "`app`@`10.%`")))).contains("app");
    assertThat(HomeTriggers.onlyUser(List.of(app, trigger("u", "`ops`@`%`")))).isEmpty();
    assertThat(HomeTriggers.onlyUser(List.of(app, trigger("u", null)))).isEmpty();
    assertThat(HomeTriggers.onlyUser(List.of(trigger("u", "`a b`@`%`")))).isEmpty();
    assertThat(HomeTriggers.onlyUser(List.of())).isEmpty();
  }

  @Test
  void whoRunsThemMayMakeThem() {
    List<ObjectDefinition> triggers = List.of(trigger("t", "`app`@`%`"));
    assertThat(HomeTriggers.check(List.of(SHOP), triggers, existing("app"))).isEmpty();
    assertThat(HomeTriggers.check(List.of(SHOP), triggers, existing("ops"))).isPresent();
    assertThat(HomeTriggers.check(List.of(SHOP), triggers, Accounts.managed()))
        .hasValueSatisfying(
            row ->
                assertThat(row.message())
                    .endsWith("trigger shop.t on table orders (runs as app@%)"));
    assertThat(HomeTriggers.check(List.of(), triggers, Accounts.managed())).isEmpty();
  }

  @Test
  void oneWhoseStatementIsNotKnownIsToldAllTheSame() {
    assertThat(HomeTriggers.told(trigger("t", null), null))
        .isEqualTo(
            "trigger shop.t on table orders is not there any more: the copy had it no more when it"
                + " moved. Its SQL is too long for a report, or not for everybody; a backup set has"
                + " it");
  }
}
