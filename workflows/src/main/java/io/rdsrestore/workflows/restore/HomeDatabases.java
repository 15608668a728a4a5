package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsuredDatabase;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Databases that were lost, and are made anew for what moves home. */
final class HomeDatabases {
  private final Restore restore;

  HomeDatabases(Restore restore) {
    this.restore = restore;
  }

  /** They are there, and the account gets into them; what is in them stays as it is. */
  void make(List<String> databases) {
    for (String database : databases) {
      EnsuredDatabase home =
          Steps.rds(ActivityPolicies.ensure("database " + database, Duration.ZERO))
              .ensureDatabase(
                  new EnsureDatabase(
                      restore.primaryReference(),
                      database,
                      restore.charsetInClone(database),
                      restore.restoreId));
      if (home.created() && !restore.createdDatabases.contains(home.name())) {
        restore.createdDatabases.add(home.name());
      }
    }
    if (restore.accounts.isManaged()) {
      Steps.rds(ActivityPolicies.ensure("grants for the move", Duration.ZERO))
          .ensureAccount(
              restore.temporaryAccount(
                  restore.primaryReference(),
                  Stream.concat(restore.targetDatabases().stream(), databases.stream())
                      .distinct()
                      .toList()));
    }
  }

  /** Those of them that the restore has made, with the collations that they had in the clone. */
  SortedMap<String, String> made(List<String> databases) {
    SortedMap<String, String> made = new TreeMap<>(restore.cloneCollations);
    made.keySet().retainAll(databases);
    made.keySet().retainAll(restore.createdDatabases);
    return made;
  }

  /** What to say of one that was made and that nothing has moved into. */
  String emptyNote(String database) {
    return "Database %s was made for the move, and nothing of ours is in it: SHOW TABLES FROM %s; tells whether somebody has put something there since"
        .formatted(database, restore.engine().sql().quote(database));
  }
}
