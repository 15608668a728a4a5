package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.Listed;
import java.util.ArrayList;
import java.util.List;

/** Foreign keys between what is chosen and what is not. */
final class ForeignKeyCheck {
  private static final String ID = SqlCheckIds.FOREIGN_KEYS;

  private ForeignKeyCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    Listed<ForeignKeyFacts> outgoing = inputs.facts().foreignKeys().outgoing();
    Listed<ForeignKeyFacts> incoming = inputs.facts().foreignKeys().incoming();
    List<PlanCheck> checks = new ArrayList<>();
    checks.add(outgoing.isKnown() ? outgoing(inputs, outgoing) : unknown(outgoing));
    if (!incoming.isKnown()) {
      checks.add(unknown(incoming));
    } else if (!incoming.isEmpty()) {
      checks.add(incoming(incoming));
    }
    return checks;
  }

  private static PlanCheck unknown(Listed<ForeignKeyFacts> keys) {
    return PlanCheck.notChecked(ID, keys.notChecked());
  }

  private static PlanCheck outgoing(SqlInputs inputs, Listed<ForeignKeyFacts> keys) {
    if (keys.isEmpty() || !inputs.request().migratesStructure()) {
      return PlanCheck.ok(
          ID, "no chosen table needs one that is not chosen, as far as the account sees");
    }
    String parents =
        keys.first().stream()
            .map(ForeignKeyFacts::refersTo)
            .distinct()
            .limit(Names.MAX_LISTED)
            .collect(joining(", "));
    return PlanCheck.blocker(
        ID,
        "foreign keys of chosen tables refer to tables that are not chosen, which the precheck refuses: "
            + described(keys),
        "choose %s too, or the whole database".formatted(parents));
  }

  private static PlanCheck incoming(Listed<ForeignKeyFacts> keys) {
    return PlanCheck.warning(
        ID,
        "foreign keys of tables that are not chosen refer to chosen ones; DTS does not bring them: "
            + described(keys),
        "where the chosen table is lost and moves into its free place they find it again by themselves;"
            + " before one that is there is swapped by RENAME TABLE, drop these keys (ALTER TABLE … DROP FOREIGN"
            + " KEY …) and add them again afterwards: they would follow the table that is moved away");
  }

  private static String described(Listed<ForeignKeyFacts> keys) {
    return Names.listed(
        keys, key -> "%s (%s) to %s".formatted(key.table(), key.name(), key.refersTo()));
  }
}
