package io.rdsrestore.workflows.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names of databases and tables, compared without regard to case: RDS sets lower_case_table_names
 * to 1 by default, and where it does not, taking two names for one is the safe mistake.
 */
final class Names {
  /** How many names a message spells out. */
  static final int MAX_LISTED = 20;

  private Names() {}

  static Optional<String> find(Collection<String> names, String wanted) {
    return names.stream().filter(wanted::equalsIgnoreCase).findFirst();
  }

  /** The tables with their database, at most twenty, and how many more there are. */
  static String listed(String database, List<String> tables) {
    String listed =
        tables.stream()
            .limit(MAX_LISTED)
            .map(table -> database + "." + table)
            .collect(Collectors.joining(", "));
    return tables.size() <= MAX_LISTED
        ? listed
        : listed + " and %d more".formatted(tables.size() - MAX_LISTED);
  }
}
