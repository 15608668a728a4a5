package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.HoursAndMinutes;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.OwnPlaces;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.Afterwards;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import java.time.Duration;
import java.util.stream.Collectors;

/** A plan in one sentence, for the person who approves it. */
final class PlanSummary {
  private PlanSummary() {}

  static String of(RestorePlan plan, RestoreRequest request) {
    return "Plan %s: restore %s as of %s from a clone of %s (%s, %d GB, pay-as-you-go, %s an hour) through a DTS %s job (structure and full migration are free)%s%s"
        .formatted(
            plan.hash(),
            plan.objects().stream()
                .map(object -> describe(request, object))
                .collect(Collectors.joining(", ")),
            plan.restoreTo().describe(),
            plan.instance(),
            plan.purchase().instanceClass(),
            plan.purchase().storageGb(),
            plan.price().text(),
            plan.purchase().dtsClass(),
            keep(request.cloneWish().keepFor(), plan.price()),
            request.afterwards() == Afterwards.ASK
                ? "; afterwards you are asked: swap, merge or leave"
                : "");
  }

  private static String keep(Duration keepFor, Price price) {
    return keepFor == null
        ? ""
        : "; the clone then stays for %s, for about %s more"
            .formatted(HoursAndMinutes.of(keepFor), price.forTime(keepFor).text());
  }

  private static String describe(RestoreRequest request, ObjectTarget object) {
    String what =
        object.isWhole()
            ? "database " + object.database()
            : object.tables().stream()
                .map(TableSelection::name)
                .map(name -> object.database() + "." + name)
                .collect(Collectors.joining(", "));
    String home =
        OwnPlaces.awaits(request, object) ? " and from there, where it is free, home" : "";
    return object.isBeside() ? what + " into " + object.targetDatabase() + home : what;
  }
}
