package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.List;
import java.util.stream.Stream;

/** What DTS does not bring with a selection. */
public final class NotRestored {
  private NotRestored() {}

  public static List<String> of(List<ObjectTarget> objects) {
    return Stream.concat(
            objects.stream().map(NotRestored::of),
            Stream.of("accounts and their grants: those of the primary stay as they are"))
        .toList();
  }

  private static String of(ObjectTarget object) {
    return object.isWhole()
        ? "database %s: events (DTS leaves them out by default)".formatted(object.database())
        : "chosen tables of %s: triggers, views, routines, events, and foreign keys of other tables that refer to them (DTS brings only tables when tables are chosen)"
            .formatted(object.database());
  }
}
