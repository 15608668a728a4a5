package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the destination account may create what another account has defined. */
final class DefinerItems implements PrecheckFamily {
  private static final List<String> SUFFICIENT = List.of("SUPER", "SET USER", "SET_USER_ID");

  private final CopySpec spec;
  private final Endpoints endpoints;
  private final Connection target;

  DefinerItems(CopySpec spec, Endpoints endpoints, Connection target) {
    this.spec = spec;
    this.endpoints = endpoints;
    this.target = target;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    Set<String> foreign = new TreeSet<>();
    if (!mayNameAnyDefiner()) {
      try (Connection definitions = endpoints.openSourceDefinitions()) {
        for (SchemaObject object : SchemaObject.chosen(spec, endpoints)) {
          Optional<String> definer = object.definer(definitions);
          if (definer.isPresent() && !isOwn(definer.get())) {
            foreign.add(object.database() + "." + object.name() + " (" + definer.get() + ")");
          }
        }
      }
    }
    return List.of(
        PrecheckItem.of(
            PrecheckNames.DEFINERS,
            "The account " + spec.target().user() + " may not name these definers",
            foreign));
  }

  private boolean mayNameAnyDefiner() throws SQLException {
    Set<String> lacking = Rights.of(target).missing("", SUFFICIENT);
    return lacking.size() < SUFFICIENT.size();
  }

  private boolean isOwn(String definer) {
    return definer.startsWith(spec.target().user() + "@");
  }
}
