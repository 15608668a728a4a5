package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    return listed(tables.stream().map(table -> database + "." + table).toList());
  }

  /** The names, at most twenty, and how many more there are. */
  static String listed(List<String> names) {
    return listed(names, names.size());
  }

  /** What was found, at most twenty of it, and how much more there is. */
  static <T> String listed(Listed<T> found, Function<T, String> text) {
    return listed(found.first().stream().map(text).toList(), found.total());
  }

  /**
   * @param total how many there are, some of them not among the names
   */
  static String listed(List<String> names, int total) {
    int shown = Math.min(MAX_LISTED, names.size());
    String listed = String.join(", ", names.subList(0, shown));
    return total <= shown ? listed : listed + " and %d more".formatted(total - shown);
  }

  /** Every name that an object gets: of its database, and of its tables if they are chosen. */
  static List<String> targets(ObjectTarget object) {
    return Stream.concat(
            Stream.of(object.targetDatabase()),
            object.isWhole()
                ? Stream.empty()
                : object.tables().stream().map(TableSelection::targetName))
        .toList();
  }
}
