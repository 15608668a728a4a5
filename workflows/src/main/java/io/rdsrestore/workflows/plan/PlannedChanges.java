package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.HoursAndMinutes;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.Afterwards;
import io.rdsrestore.workflows.request.RestoreRequest;
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
          "on %s: account %s is created with %s on the chosen and the target databases; removed at the end"
              .formatted(primary, inputs.accountName(), Engine.in(inputs.primary()).rights()));
    }
    for (ObjectTarget object : objects) {
      changes.add(
          "on %s: %s".formatted(primary, wordsOf(inputs.request(), inputs.primary(), object)));
    }
    changes.add(
        "bought: a pay-as-you-go clone of %s at %s, with the same whitelist group and account; released %s"
            .formatted(
                primary,
                inputs.request().restoreTo().describe(),
                inputs.request().cloneWish().keepFor() == null
                    ? "at the end"
                    : HoursAndMinutes.of(inputs.request().cloneWish().keepFor())
                        + " after the end"));
    changes.add(
        "bought: a DTS migration job from the clone to %s (structure and full migration are free); released at the end"
            .formatted(primary));
    if (inputs.request().autoIncrementFloor() != null) {
      changes.add(
          "on %s: a table that gets its place and counts (AUTO_INCREMENT) goes on from %d at least"
              .formatted(primary, inputs.request().autoIncrementFloor()));
    }
    if (inputs.request().afterwards() == Afterwards.ASK) {
      changes.add(
          "on %s: afterwards you are asked whether tables restored beside change places with the current ones or are merged into them; nothing of that is done unasked"
              .formatted(primary));
    }
    return List.copyOf(changes);
  }

  private static String wordsOf(
      RestoreRequest request, InstanceFacts primary, ObjectTarget object) {
    String what =
        object.isWhole()
            ? "database %s".formatted(object.database())
            : "%s of database %s"
                .formatted(Counted.of(object.tables().size(), "table"), object.database());
    String comes = !object.isWhole() && object.tables().size() > 1 ? "come" : "comes";
    if (!object.isDecided()) {
      return "%s %s back under the own name of the database if that is free, beside it if not"
          .formatted(what, comes);
    }
    return "%s %s back in database %s%s"
        .formatted(what, comes, object.targetDatabase(), home(request, primary, object));
  }

  /** Where it goes from there, in words; empty if it stays. */
  private static String home(RestoreRequest request, InstanceFacts primary, ObjectTarget object) {
    if (OwnPlaces.awaitsWhole(request, object, primary, null)) {
      return ", and moves from there as a whole to its own name, " + OwnPlaces.when(request);
    }
    return OwnPlaces.awaits(request, object)
        ? ", and what has a free place of its own in %s then moves there, %s"
            .formatted(object.database(), OwnPlaces.when(request))
        : "";
  }
}
