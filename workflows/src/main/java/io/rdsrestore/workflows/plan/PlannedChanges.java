package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.RestoreMark;
import java.util.ArrayList;
import java.util.List;

/** What a plan changes, in words. */
final class PlannedChanges {
  private PlannedChanges() {}

  static List<String> of(PlanInputs inputs, List<ObjectTarget> objects) {
    String primary = inputs.primary().instance().instanceId();
    List<String> changes = new ArrayList<>();
    changes.add(
        "on %s: the addresses of DTS and of the worker join whitelist group %s; closed at the end"
            .formatted(primary, RestoreMark.WHITELIST_GROUP));
    if (inputs.request().accounts().isManaged()) {
      changes.add(
          "on %s: account %s is created with read/write rights on the chosen and the target databases; removed at the end"
              .formatted(primary, inputs.accountName()));
    }
    for (ObjectTarget object : objects) {
      changes.add("on %s: %s".formatted(primary, wordsOf(object)));
    }
    changes.add(
        "bought: a pay-as-you-go clone of %s at %s, with the same whitelist group and account; released at the end"
            .formatted(primary, inputs.request().restoreTo().describe()));
    changes.add(
        "bought: a DTS migration job from the clone to %s (structure and full migration are free); released at the end"
            .formatted(primary));
    return List.copyOf(changes);
  }

  private static String wordsOf(ObjectTarget object) {
    String what =
        object.isWhole()
            ? "database %s".formatted(object.database())
            : "%d table(s) of database %s".formatted(object.tables().size(), object.database());
    if (!object.isDecided()) {
      return "%s come(s) back under its own name if that is free, beside it if not".formatted(what);
    }
    return "%s come(s) back in database %s".formatted(what, object.targetDatabase());
  }
}
