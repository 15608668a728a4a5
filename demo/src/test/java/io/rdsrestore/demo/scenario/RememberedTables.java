package io.rdsrestore.demo.scenario;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.ReadServer;
import io.rdsrestore.workflows.activity.ServerFacts;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wire of the databases, answered from the sandbox's memory, which knows tables but no rows:
 * every table of a clone has a hundred rows unless a test says otherwise.
 */
final class RememberedTables implements DatabaseActivities {
  static final long ROWS = 100;

  private final Sandbox sandbox;
  private final InstantSource clock;

  /** Tables ({@code database.table}) that are the same in clone and primary before the copy. */
  final Set<String> undamaged = ConcurrentHashMap.newKeySet();

  /** Tables that are empty in the clone. */
  final Set<String> emptyInClone = ConcurrentHashMap.newKeySet();

  /** Tables of the primary into which the application wrote after the copy. */
  final Set<String> writtenAfterwards = ConcurrentHashMap.newKeySet();

  /** Instances where the password that the worker has is wrong. */
  final Set<String> deniesLogin = ConcurrentHashMap.newKeySet();

  /** Why the worker does not get into any server; null if it does. */
  volatile String unreachableBecause;

  RememberedTables(Sandbox sandbox, InstantSource clock) {
    this.sandbox = sandbox;
    this.clock = clock;
  }

  @Override
  public ServerFacts readServer(ReadServer wanted) {
    if (unreachableBecause != null) {
      return new ServerFacts(false, unreachableBecause, null, Map.of());
    }
    Map<String, List<String>> tables = new TreeMap<>(tables(wanted.login().instanceId()));
    tables.keySet().retainAll(wanted.databases());
    return new ServerFacts(true, null, "5.7.44-log", tables);
  }

  @Override
  public LoginFacts readLogin(DatabaseLogin login) {
    return deniesLogin.contains(login.instanceId())
        ? new LoginFacts(LoginOutcome.WRONG_PASSWORD, "the server denies access")
        : new LoginFacts(LoginOutcome.OK, null);
  }

  @Override
  public List<TableLook> readChosenTables(ReadChosenTables wanted) {
    Map<String, List<String>> clone = tables(wanted.source().instanceId());
    Map<String, List<String>> primary = tables(wanted.primary().instanceId());
    List<TableLook> looks = new ArrayList<>();
    for (ObjectTarget object : wanted.objects()) {
      String database = object.database();
      if (!clone.containsKey(database)) {
        looks.add(new TableLook(database, null, false, 0, false, 0, false));
        continue;
      }
      for (TableSelection table : chosen(object, clone)) {
        String name = database + "." + table.name();
        boolean inClone = clone.get(database).contains(table.name());
        boolean onPrimary = primary.getOrDefault(database, List.of()).contains(table.name());
        long cloneRows = inClone && !emptyInClone.contains(name) ? ROWS : 0;
        boolean same = onPrimary && undamaged.contains(name);
        looks.add(
            new TableLook(
                database, table.name(), inClone, cloneRows, onPrimary, same ? cloneRows : 0, same));
      }
    }
    return looks;
  }

  @Override
  public List<TableComparison> compareTables(CompareTables wanted) {
    Map<String, List<String>> clone = tables(wanted.source().instanceId());
    Map<String, List<String>> primary = tables(wanted.target().instanceId());
    List<TableComparison> comparisons = new ArrayList<>();
    for (ObjectTarget object : wanted.objects()) {
      for (TableSelection table : chosen(object, clone)) {
        String target = object.targetDatabase() + "." + table.targetName();
        boolean there =
            primary.getOrDefault(object.targetDatabase(), List.of()).contains(table.targetName());
        boolean equal = there && !writtenAfterwards.contains(target);
        comparisons.add(
            new TableComparison(
                object.database() + "." + table.name(),
                target,
                equal ? ComparisonVerdict.EQUAL : ComparisonVerdict.DIFFERENT,
                ROWS,
                there ? (equal ? ROWS : ROWS + 1) : 0,
                null,
                null,
                null));
      }
    }
    return comparisons;
  }

  private Map<String, List<String>> tables(String instanceId) {
    Instant now = clock.instant();
    return sandbox.memory().tablesAt(instanceId, now);
  }

  private static List<TableSelection> chosen(ObjectTarget object, Map<String, List<String>> clone) {
    return object.isWhole()
        ? clone.get(object.database()).stream().map(name -> new TableSelection(name, null)).toList()
        : object.tables();
  }
}
