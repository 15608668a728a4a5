package io.rdsrestore.demo.scenario;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.Patience;
import io.rdsrestore.activities.ShapeLook;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.DataPlaneException;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.ForeignKeys;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.RunningWork;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.ServerSettings;
import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.WireProtocol;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.swap.Swap;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.temporal.failure.ApplicationFailure;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The wire of the databases, answered from the sandbox's memory, which knows tables but no rows:
 * every table of a clone has a hundred rows unless a test says otherwise.
 */
public final class RememberedTables implements DatabaseActivities, ShapeLook {
  static final long ROWS = 100;

  /** Rows of each table that are only in the restored one. */
  static final long MISSING = 5;

  private static final String NO_SERVER = "there is no server behind this rehearsal";

  private final Sandbox sandbox;
  private final InstantSource clock;

  /** Tables ({@code database.table}) that are the same in clone and primary before the copy. */
  final Set<String> undamaged = ConcurrentHashMap.newKeySet();

  /** Tables that are empty in the clone. */
  final Set<String> emptyInClone = ConcurrentHashMap.newKeySet();

  /** Restored tables, by their own names, into whose copies somebody wrote after the copy. */
  final Set<String> writtenAfterwards = ConcurrentHashMap.newKeySet();

  /** Of chosen tables, to tables that are not chosen. */
  final Set<ForeignKeyFacts> foreignKeys = ConcurrentHashMap.newKeySet();

  /** Instances where the password that the worker has is wrong. */
  final Set<String> deniesLogin = ConcurrentHashMap.newKeySet();

  /** What is in the way of a swap. */
  final Set<String> inTheWay = ConcurrentHashMap.newKeySet();

  /** Databases that were made for tables that move, with their collations. */
  final Map<String, String> madeHomes = new ConcurrentHashMap<>();

  /** Triggers that somebody has dropped in a copy. */
  final Set<String> takenOff = ConcurrentHashMap.newKeySet();

  /** Foreign keys of the clone between chosen tables. */
  final Set<ForeignKeyFacts> linksInClone = ConcurrentHashMap.newKeySet();

  /** Events of the clone. */
  final Set<String> eventsInClone = ConcurrentHashMap.newKeySet();

  /** Views, triggers and routines of the clone. */
  final Set<ObjectDefinition> definitionsInClone = ConcurrentHashMap.newKeySet();

  /** What comparing says of objects that are no tables. */
  final List<TableComparison> noTables = new CopyOnWriteArrayList<>();

  /** Tables of the primary whose columns somebody has changed. */
  final Set<String> altered = ConcurrentHashMap.newKeySet();

  /** Likewise, of the clone. */
  final Set<String> alteredInClone = ConcurrentHashMap.newKeySet();

  /** Tables of the clone from which rows have gone since they were counted. */
  final Set<String> purgedInClone = ConcurrentHashMap.newKeySet();

  /** How many moves more are made without an answer, as when the worker dies then. */
  final AtomicInteger answersLost = new AtomicInteger();

  /** What is in the way of a merge. */
  final Set<String> mergeInTheWay = ConcurrentHashMap.newKeySet();

  /** Rows of each table that are different from the restored ones. */
  volatile long changedRows = 2;

  /** Tables that have moved into free places, by the names that they had. */
  private final Set<QualifiedName> movedIn = ConcurrentHashMap.newKeySet();

  private volatile boolean swapped;
  private volatile boolean merged;

  /** Why the worker does not get into any server; null if it does. */
  volatile String unreachableBecause;

  public RememberedTables(Sandbox sandbox, InstantSource clock) {
    this.sandbox = sandbox;
    this.clock = clock;
  }

  @Override
  public SchemaFacts readSchema(ReadSchema wanted) {
    if (unreachableBecause != null) {
      return SchemaFacts.unreachable(unreachableBecause);
    }
    Map<String, List<String>> tables = tables(wanted.login().instanceId());
    return new SchemaFacts(
        true,
        null,
        new ServerSettings("5.7.44-log", Map.of(), null),
        AccountRights.notChecked(NO_SERVER),
        wanted.targets().stream()
            .filter(target -> tables.containsKey(target.database()))
            .map(target -> target(target.database(), tables.get(target.database())))
            .toList(),
        chosen(wanted, tables),
        new ForeignKeys(Listed.of(List.copyOf(foreignKeys)), Listed.none()),
        Listed.none(),
        Listed.notChecked(NO_SERVER),
        new RunningWork(Listed.none(), Listed.none(), Listed.none()),
        true);
  }

  private static TargetFacts target(String database, List<String> names) {
    return new TargetFacts(
        database, names, names.size(), Listed.none(), Listed.none(), Listed.none());
  }

  private static ChosenFacts chosen(ReadSchema wanted, Map<String, List<String>> tables) {
    int there = 0;
    List<String> missing = new ArrayList<>();
    for (DatabaseSelection selection : wanted.chosen()) {
      List<String> existing = tables.getOrDefault(selection.database(), List.of());
      if (selection.isWhole()) {
        there += existing.size();
        continue;
      }
      for (TableSelection table : selection.tables()) {
        if (existing.contains(table.name())) {
          there++;
        } else {
          missing.add(selection.database() + "." + table.name());
        }
      }
    }
    return new ChosenFacts(
        Map.of(), List.of(), Listed.of(missing), there, there * ROWS, 0, Map.of(), null);
  }

  @Override
  public LoginFacts readLogin(DatabaseLogin login) {
    return deniesLogin.contains(login.instanceId())
        ? new LoginFacts(LoginOutcome.WRONG_PASSWORD, "the server denies access")
        : new LoginFacts(LoginOutcome.OK, null);
  }

  @Override
  public QuietClone ensureCloneQuiet(ReadChosenTables wanted) {
    return Patience.during(
        () ->
            new QuietClone(
                eventsInClone.stream().sorted().toList(),
                null,
                shapesInClone(wanted.source(), wanted.objects()),
                looks(wanted),
                Listed.of(List.copyOf(definitionsInClone)),
                new TreeMap<>(Map.of("shop", "latin1_german1_ci")),
                Listed.of(List.copyOf(linksInClone))));
  }

  @Override
  public Optional<TableShapes> look(WatchTables watched) {
    // As the worker does: it knows the shapes of MySQL's tables only.
    if (unreachableBecause != null || watched.primary().engine().protocol() != WireProtocol.MYSQL) {
      return Optional.empty();
    }
    try {
      SortedMap<String, String> primary =
          shapes(
              watched.objects(),
              tables(watched.primary().instanceId()),
              ObjectTarget::targetDatabase,
              TableSelection::targetName);
      primary.replaceAll((table, shape) -> altered.contains(table) ? "altered" : shape);
      return Optional.of(
          new TableShapes(
              shapesInClone(watched.source(), watched.objects()), primary, new TreeMap<>()));
    } catch (ApplicationFailure e) {
      return Optional.empty();
    }
  }

  private SortedMap<String, String> shapesInClone(DatabaseLogin clone, List<ObjectTarget> objects) {
    SortedMap<String, String> shapes =
        shapes(objects, tables(clone.instanceId()), ObjectTarget::database, TableSelection::name);
    shapes.replaceAll((table, shape) -> alteredInClone.contains(table) ? "altered" : shape);
    return shapes;
  }

  private static SortedMap<String, String> shapes(
      List<ObjectTarget> objects,
      Map<String, List<String>> there,
      Function<ObjectTarget, String> databaseOf,
      Function<TableSelection, String> nameOf) {
    SortedMap<String, String> shapes = new TreeMap<>();
    for (ObjectTarget object : objects) {
      String database = databaseOf.apply(object);
      there.getOrDefault(database, List.of()).stream()
          .filter(
              table ->
                  object.isWhole() || object.tables().stream().map(nameOf).anyMatch(table::equals))
          .forEach(table -> shapes.put(database + "." + table, "as made"));
    }
    return shapes;
  }

  private List<TableLook> looks(ReadChosenTables wanted) {
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
    return Patience.during(() -> comparisons(wanted));
  }

  private List<TableComparison> comparisons(CompareTables wanted) {
    List<TableComparison> comparisons = new ArrayList<>(noTables);
    Map<String, List<String>> clone = tables(wanted.source().instanceId());
    Map<String, List<String>> primary = tables(wanted.target().instanceId());
    for (ObjectTarget object : wanted.objects()) {
      for (TableSelection table : chosen(object, clone)) {
        String target = object.targetDatabase() + "." + table.targetName();
        boolean there =
            primary.getOrDefault(object.targetDatabase(), List.of()).contains(table.targetName());
        boolean equal =
            there && !writtenAfterwards.contains(object.database() + "." + table.name());
        long rows = purgedInClone.contains(object.database() + "." + table.name()) ? 1 : ROWS;
        comparisons.add(
            new TableComparison(
                object.database() + "." + table.name(),
                target,
                equal ? ComparisonVerdict.EQUAL : ComparisonVerdict.DIFFERENT,
                rows,
                there ? (equal ? rows : rows + 1) : 0,
                null,
                null,
                null));
      }
    }
    return comparisons;
  }

  @Override
  public List<SwapLook> readSwap(SwapQuery wanted) {
    if (unreachableBecause != null) {
      throw Failures.of(RestoreErrorCode.NEEDS_PERSON, unreachableBecause, null);
    }
    Map<String, List<String>> primary = tables(wanted.primary().instanceId());
    return Swap.tables(wanted.objects(), wanted.restoreId(), primary::get).stream()
        .map(table -> look(table, primary))
        .toList();
  }

  @Override
  public List<SwapLook> ensureSwapped(SwapTables wanted) {
    return seen(wanted, true);
  }

  @Override
  public List<SwapLook> ensureSwappedBack(SwapTables wanted) {
    return seen(wanted, false);
  }

  private List<SwapLook> seen(SwapTables wanted, boolean isSwapped) {
    swapped = isSwapped;
    if (answersLost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw Failures.of(RestoreErrorCode.TRANSIENT, "the connection was lost", null);
    }
    Map<String, List<String>> primary = tables(wanted.primary().instanceId());
    return wanted.tables().stream().map(table -> look(table, primary)).toList();
  }

  @Override
  public List<SwapLook> ensureMovedIn(SwapTables wanted) {
    madeHomes.putAll(wanted.madeHomes());
    Map<String, List<String>> primary = tables(wanted.primary().instanceId());
    wanted.tables().stream()
        .filter(table -> inTheWay.isEmpty() && look(table, primary).current() == null)
        .forEach(table -> moveIn(wanted.primary().instanceId(), table));
    if (answersLost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw Failures.of(RestoreErrorCode.TRANSIENT, "the connection was lost", null);
    }
    return wanted.tables().stream()
        .map(table -> look(table, primary))
        .map(
            look ->
                look.state() == SwapState.BESIDE && look.current() != null
                    ? look.withObstacles(
                        List.of("there is %s already".formatted(look.table().current())))
                    : look)
        .toList();
  }

  @Override
  public MovedDatabase ensureDatabaseMovedIn(MoveDatabase wanted) {
    if (!inTheWay.isEmpty()) {
      throw Failures.of(RestoreErrorCode.NEEDS_PERSON, String.join("; ", inTheWay), null);
    }
    String instance = wanted.primary().instanceId();
    Map<String, List<String>> primary = tables(instance);
    List<SwapTable> moving =
        Stream.of(wanted.restored(), wanted.home())
            .flatMap(database -> primary.getOrDefault(database, List.of()).stream())
            .map(
                name ->
                    SwapTable.of(
                        new QualifiedName(wanted.restored(), name),
                        new QualifiedName(wanted.home(), name),
                        wanted.restoreId()))
            .toList();
    moving.forEach(table -> moveIn(instance, table));
    if (answersLost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw Failures.of(RestoreErrorCode.TRANSIENT, "the connection was lost", null);
    }
    return new MovedDatabase(
        moving.stream().map(table -> look(table, primary)).toList(),
        List.of(),
        wanted.triggers().stream().filter(takenOff::contains).toList());
  }

  private void moveIn(String instance, SwapTable table) {
    if (movedIn.add(table.restored())) {
      sandbox.memory().dropTable(instance, table.restored().database(), table.restored().name());
      sandbox.memory().createTable(instance, table.current().database(), table.current().name());
    }
  }

  @Override
  public List<MergeLook> readMerge(MergeTables wanted) {
    return wanted.tables().stream()
        .map(
            table ->
                new MergeLook(
                    table,
                    merged ? 0 : MISSING,
                    merged ? 0 : changedRows,
                    0,
                    List.copyOf(mergeInTheWay),
                    null))
        .toList();
  }

  @Override
  public List<MergedTable> ensureMerged(MergeTables wanted) {
    merged = true;
    return wanted.tables().stream()
        .map(
            table ->
                new MergedTable(
                    table,
                    wanted.mode().inserts() ? MISSING : 0,
                    wanted.mode().replaces() ? changedRows : 0,
                    0,
                    List.of("DELETE of " + table.current()),
                    null))
        .toList();
  }

  @Override
  public List<UnmergedTable> ensureUnmerged(MergeTables wanted) {
    merged = false;
    return wanted.tables().stream().map(table -> new UnmergedTable(table, MISSING, 0, 1)).toList();
  }

  private SwapLook look(SwapTable table, Map<String, List<String>> primary) {
    SwapLook.Occupant some = new SwapLook.Occupant(ROWS, 0, false);
    boolean had =
        primary
            .getOrDefault(table.current().database(), List.of())
            .contains(table.current().name());
    SwapLook.Occupant before = had ? some : null;
    if (movedIn.contains(table.restored())) {
      return new SwapLook(table, null, some, null, List.of());
    }
    return swapped
        ? new SwapLook(table, null, some, before, List.of())
        : new SwapLook(table, some, before, null, List.copyOf(inTheWay));
  }

  private Map<String, List<String>> tables(String instanceId) {
    try {
      return sandbox.memory().tablesAt(instanceId, clock.instant());
    } catch (DataPlaneException e) {
      // As the worker says it of a server that it does not get into.
      throw Failures.of(RestoreErrorCode.TRANSIENT, e.getMessage(), null);
    }
  }

  private static List<TableSelection> chosen(ObjectTarget object, Map<String, List<String>> clone) {
    return object.isWhole()
        ? clone.get(object.database()).stream().map(name -> new TableSelection(name, null)).toList()
        : object.tables();
  }
}
