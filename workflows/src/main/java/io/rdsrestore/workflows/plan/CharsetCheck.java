package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether DTS knows the character sets of the chosen databases, as they are on the primary now. */
final class CharsetCheck {
  private static final String ID = "charset";
  private static final Set<String> KNOWN = Set.of("utf8", "gbk", "latin1", "utf8mb4");

  private CharsetCheck() {}

  static PlanCheck of(RestoreRequest request, InstanceFacts primary) {
    Set<String> chosen =
        request.objects().stream()
            .map(DatabaseSelection::database)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var databases =
        primary.databases().stream()
            .filter(database -> chosen.contains(database.name().toLowerCase(Locale.ROOT)))
            .filter(database -> database.charset() != null)
            .toList();
    String unknown =
        databases.stream()
            .filter(database -> !KNOWN.contains(database.charset().toLowerCase(Locale.ROOT)))
            .map(CharsetCheck::words)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      return PlanCheck.warning(
          ID,
          "DTS knows utf8, gbk, latin1 and utf8mb4, and not the character set of " + unknown,
          "restore into a database that exists, or try: the precheck tells");
    }
    return databases.size() < chosen.size()
        ? PlanCheck.notChecked(
            ID, "the character set of a database that is not on the primary shows in the clone")
        : PlanCheck.ok(
            ID,
            "DTS knows the character sets: "
                + databases.stream().map(CharsetCheck::words).collect(Collectors.joining(", ")));
  }

  private static String words(DatabaseFacts database) {
    return "%s (%s)".formatted(database.name(), database.charset());
  }
}
