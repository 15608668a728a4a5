package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.POINT;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.GrantFacts;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.RunningWork.OpenTransaction;
import io.rdsrestore.workflows.activity.RunningWork.RunningStatement;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.DatabaseSelection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A server may hold any number of objects with names as long as they may be. */
class SchemaFactsSizePropertyTest {
  private static final int MOST_BYTES = 200_000;

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(50).ofMaxLength(64),
        Arbitraries.strings().withCharRange('\u4e00', '\u9fa5').ofMinLength(40).ofMaxLength(50));
  }

  @Property(tries = 30)
  void factsAndTheRowsMadeFromThemStaySmall(
      @ForAll("names") String name, @ForAll @IntRange(min = 1, max = 20_000) int objects) {
    Schema schema = new Schema().target(name, name);
    for (int i = 0; i < objects; i++) {
      TableFinding table = new TableFinding(name, name, name);
      for (TableTrait trait : TableTrait.values()) {
        schema.trait(trait, name, name, name);
      }
      schema.keyless.add(table);
      schema.insertTriggers.add(table);
      schema.filled.add(table);
      schema.ghosts.add(table);
      schema.missing.add(table.name());
      schema.outgoing.add(new ForeignKeyFacts(name, table.name(), table.name()));
      schema.incoming.add(new ForeignKeyFacts(name, table.name(), table.name()));
      schema.definitions.add(new ObjectDefinition(ObjectKind.TRIGGER, name, name, name, "SQL"));
      schema.grants.add(new GrantFacts("'app'@'%'", "SELECT", name, name, true));
      schema.statements.add(new RunningStatement(i, name, "ALTER TABLE", i));
      schema.transactions.add(new OpenTransaction(i, i));
    }
    SchemaFacts facts = schema.facts();
    String json = RestoreJson.write(facts);

    assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(
            RestoreJson.write(
                    SqlChecks.of(
                        request("", DatabaseSelection.tables("shop", "orders")),
                        POINT,
                        null,
                        primary(),
                        facts))
                .getBytes(StandardCharsets.UTF_8)
                .length)
        .isLessThan(MOST_BYTES);
    assertThat(facts.definitions().total()).isEqualTo(objects);
  }

  @Property(tries = 20)
  void factsReadBackAsTheyWereWritten(@ForAll("names") String name) throws Exception {
    Schema schema = new Schema().target("shop", name).trait(TableTrait.FLOAT, "shop", name, null);
    schema.grants.add(new GrantFacts("'app'@'%'", "SELECT", "shop", null, false));
    schema.transactions.add(new OpenTransaction(1, 2));
    for (SchemaFacts facts : List.of(schema.facts(), Facts.unreachable())) {
      assertThat(RestoreJson.mapper().readValue(RestoreJson.write(facts), SchemaFacts.class))
          .isEqualTo(facts);
    }
  }
}
