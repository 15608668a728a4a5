package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rights that the account has in the destination. */
final class TargetItems implements PrecheckFamily {
  private final CopySpec spec;
  private final Connection target;

  TargetItems(CopySpec spec, Connection target) {
    this.spec = spec;
    this.target = target;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    Rights rights = Rights.of(target);
    List<String> lacking = new ArrayList<>();
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      Set<String> missing = rights.missing(database.as(), needed(database));
      if (!missing.isEmpty()) {
        lacking.add(String.join(", ", missing) + " on " + database.as());
      }
    }
    return List.of(lackingRights(PrecheckNames.TARGET_RIGHTS, spec.target(), lacking));
  }

  private Set<String> needed(CopySpec.DatabaseMapping database) {
    Set<String> needed = new TreeSet<>();
    if (spec.data()) {
      needed.addAll(Set.of("SELECT", "INSERT", "UPDATE", "DELETE"));
    }
    if (spec.structure()) {
      needed.addAll(Set.of("SELECT", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES"));
      if (database.all()) {
        needed.addAll(Set.of("CREATE VIEW", "CREATE ROUTINE", "TRIGGER"));
      }
    }
    return needed;
  }

  static PrecheckItem lackingRights(String item, CopySpec.Login login, List<String> lacking) {
    return PrecheckItem.of(
        item,
        lacking.isEmpty()
            ? ""
            : "The account " + login.user() + " lacks " + String.join("; ", lacking) + ".");
  }
}
