package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Optional;

/** Which names are taken on the primary, as far as RDS and, where it is reached, SQL tell. */
final class TakenNames {
  private final List<String> listed;
  private final List<String> ours;
  private final SchemaFacts facts;

  /**
   * @param restoreId whose databases count as free though they exist; null for nobody's
   */
  TakenNames(InstanceFacts primary, SchemaFacts facts, String restoreId) {
    this.listed = primary.databases().stream().map(DatabaseFacts::name).toList();
    this.ours =
        primary.databases().stream()
            .filter(database -> database.isMadeBy(restoreId))
            .map(DatabaseFacts::name)
            .toList();
    this.facts = facts;
  }

  boolean isReachable() {
    return facts.reachable();
  }

  boolean databaseExists(String database) {
    return Names.find(listed, database).isPresent() || find(database).isPresent();
  }

  /** Whether there is no such database, or only one that the restore itself has made. */
  boolean isLost(String database) {
    return tablesOf(database).isEmpty()
        && (!databaseExists(database) || Names.find(ours, database).isPresent());
  }

  /** Whether it is lost, and is made again for tables that move into it. */
  boolean isMadeAnew(String database) {
    return facts.homesAreMade() && isLost(database);
  }

  /**
   * Whether all chosen names are free: the database does not exist, or holds none of them. One that
   * exists and cannot be looked into counts as taken, unless the restore itself has made it: then
   * the precheck tells whether somebody has put something into it.
   */
  boolean isFree(ObjectTarget object) {
    String database = object.targetDatabase();
    return !databaseExists(database)
        || (isSeen(database) ? takenBy(object).isEmpty() : Names.find(ours, database).isPresent());
  }

  /**
   * Whether its tables are known: the catalogue hides a database that the account has no right to.
   */
  boolean isSeen(String database) {
    return isReachable()
        && (find(database).isPresent()
            || !facts.rights().isKnown()
            || facts.rights().sees(database));
  }

  /**
   * Names of the target database that the object would get and that exist; of a whole database the
   * first few.
   */
  List<String> takenBy(ObjectTarget object) {
    List<String> existing = tablesOf(object.targetDatabase());
    return object.isWhole()
        ? existing
        : existing.stream()
            .filter(table -> Names.find(targetNames(object), table).isPresent())
            .toList();
  }

  /** How many names the object would get and exist, some of them perhaps not known. */
  int countTakenBy(ObjectTarget object) {
    return object.isWhole()
        ? find(object.targetDatabase()).map(TargetFacts::total).orElse(0)
        : takenBy(object).size();
  }

  /** {@link #takenBy} in words: the first few, and how many more there are. */
  String describeTakenBy(ObjectTarget object) {
    return Names.listed(
        takenBy(object).stream().map(name -> object.targetDatabase() + "." + name).toList(),
        countTakenBy(object));
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

  private Optional<TargetFacts> find(String database) {
    return facts.targets().stream()
        .filter(target -> target.database().equalsIgnoreCase(database))
        .findFirst();
  }

  private List<String> tablesOf(String database) {
    return find(database).map(TargetFacts::names).orElse(List.of());
  }

  /** The names that an object needs in its target database. */
  static TargetNames neededBy(ObjectTarget object) {
    return new TargetNames(
        object.targetDatabase(),
        object.isWhole() ? List.of() : targetNames(object),
        object.isWhole());
  }

  private static List<String> targetNames(ObjectTarget object) {
    return object.tables().stream().map(TableSelection::targetName).toList();
  }
}
