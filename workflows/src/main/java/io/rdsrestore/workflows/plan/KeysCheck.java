package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.activity.TargetFacts;
import java.util.List;

/** Tables without a key: rows of theirs that are copied twice are there twice. */
final class KeysCheck {
  private static final String ID = SqlCheckIds.KEYS;

  private KeysCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    List<String> doubled = inputs.keepsExisting() ? wouldDouble(inputs) : List.of();
    if (!doubled.isEmpty()) {
      return List.of(
          PlanCheck.blocker(
              ID,
              "without a primary or unique key keepExisting would put rows there twice: "
                  + Names.listed(doubled),
              "leave these tables out, or restore them beside (target sideBySide), or give each a"
                  + " key first (ALTER TABLE … ADD PRIMARY KEY …) and retry"));
    }
    return List.of(chosen(inputs));
  }

  private static List<String> wouldDouble(SqlInputs inputs) {
    return inputs.ofTargets(TargetFacts::keyless).first().stream().map(TableFinding::name).toList();
  }

  private static PlanCheck chosen(SqlInputs inputs) {
    Listed<TableFinding> keyless = inputs.facts().chosen().with(TableTrait.NO_KEY);
    if (!keyless.isKnown()) {
      return PlanCheck.notChecked(ID, keyless.notChecked());
    }
    return keyless.isEmpty()
        ? PlanCheck.ok(ID, "every chosen table that is there has a primary or unique key")
        : PlanCheck.warning(
            ID,
            "without a primary or unique key a copy that breaks off and goes on may hold rows twice: "
                + Names.listed(keyless, TableFinding::name),
            "nothing to do now; after a failed copy set the partial table aside before you retry");
  }
}
