package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.ServerFacts;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;

/** Which names are taken on the primary, as far as RDS and, where it is reached, SQL tell. */
final class TakenNames {
  private final List<String> listed;
  private final ServerFacts server;

  TakenNames(InstanceFacts primary, ServerFacts server) {
    this.listed = primary.databases().stream().map(DatabaseFacts::name).toList();
    this.server = server;
  }

  boolean isReachable() {
    return server.reachable();
  }

  boolean databaseExists(String database) {
    return Names.find(listed, database).isPresent()
        || (isReachable() && Names.find(server.tables().keySet(), database).isPresent());
  }

  /**
   * Whether all chosen names are free: the database does not exist, or holds none of them. Of a
   * server that is not reached, a database that exists counts as taken.
   */
  boolean isFree(ObjectTarget object) {
    return !databaseExists(object.targetDatabase()) || (isReachable() && takenBy(object).isEmpty());
  }

  /** Names of the target database that the object would get and that exist. */
  List<String> takenBy(ObjectTarget object) {
    List<String> existing = tablesOf(object.targetDatabase());
    return object.isWhole()
        ? existing
        : existing.stream()
            .filter(table -> Names.find(targetNames(object), table).isPresent())
            .toList();
  }

  /** Names that the object needs and that do not exist. */
  List<String> missingFor(ObjectTarget object) {
    List<String> existing = tablesOf(object.targetDatabase());
    return object.isWhole()
        ? List.of()
        : targetNames(object).stream()
            .filter(table -> Names.find(existing, table).isEmpty())
            .toList();
  }

  private List<String> tablesOf(String database) {
    return isReachable()
        ? Names.find(server.tables().keySet(), database)
            .map(name -> server.tables().get(name))
            .orElse(List.of())
        : List.of();
  }

  private static List<String> targetNames(ObjectTarget object) {
    return object.tables().stream().map(TableSelection::targetName).toList();
  }
}
