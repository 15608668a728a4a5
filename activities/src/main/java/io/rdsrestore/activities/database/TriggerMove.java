package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapSql;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes triggers off restored tables that go to another database, which a RENAME refuses with them,
 * and makes them again where the tables are then. Where their statements are kept is in the server
 * that they are dropped in ({@link HeldTriggers}): neither a dead worker nor a restore that ends
 * loses them, and no history holds what they say.
 */
final class TriggerMove {
  private static final String PROBE = "rr_probe_";

  /** A warning, or a note: the definer does not exist. */
  private static final int NO_SUCH_USER = 1449;

  private final Connection connection;
  private final String restoreId;
  private final TriggerReader triggers;
  private final SchemaReader schema;

  TriggerMove(Connection connection, String restoreId) throws SQLException {
    this.connection = connection;
    this.restoreId = restoreId;
    triggers = new TriggerReader(connection);
    schema = new SchemaReader(connection);
  }

  /** Whether a table is the one on which triggers are tried. */
  static boolean isProbe(String table, String restoreId) {
    return table.equals(PROBE + restoreId);
  }

  /** Why a table's triggers could not be made again at its place; empty if they could. */
  List<String> obstacles(SwapTable table) throws SQLException {
    return stuck(table).stream()
        .map(
            stuck ->
                "its trigger %s could not be made again at %s: %s"
                    .formatted(stuck.trigger().name(), table.current(), stuck.why()))
        .toList();
  }

  /** A trigger that could not be made again at its table's place, and why. */
  private record Stuck(TriggerDefinition trigger, String why) {}

  private List<Stuck> stuck(SwapTable table) throws SQLException {
    List<Stuck> stuck = new ArrayList<>();
    for (TriggerDefinition trigger : triggers.of(table.restored())) {
      obstacle(trigger, table.current()).ifPresent(why -> stuck.add(new Stuck(trigger, why)));
    }
    return stuck;
  }

  /**
   * What a person types who lets these tables go home without the triggers that could not come:
   * they are dropped in the copy, and made at home by somebody who may.
   */
  List<String> withoutThem(List<SwapTable> tables) throws SQLException {
    List<String> commands = new ArrayList<>();
    ToldSql told = new ToldSql();
    for (SwapTable table : tables) {
      for (Stuck stuck : stuck(table)) {
        TriggerDefinition trigger = stuck.trigger();
        commands.add(
            "/* before retry: out of the copy */ DROP TRIGGER %s;"
                .formatted(SqlName.quote(table.restored().database(), trigger.name())));
        TriggerDefinition home = trigger.on(table.current());
        if (!isOurs(trigger) && told.hasRoomFor(home.sql())) {
          commands.add(
              new ObjectDefinition(
                      ObjectKind.TRIGGER,
                      table.current().database(),
                      trigger.name(),
                      table.current().name(),
                      home.sql())
                  .after(
                      "/* once it is home, as %s or an account with SUPER */ SET sql_mode = '%s';"
                          .formatted(trigger.definer(), trigger.session().sqlMode())));
        }
      }
    }
    return commands;
  }

  /** Whether it would end with the temporary account. */
  private boolean isOurs(TriggerDefinition trigger) {
    return trigger
        .definer()
        .substring(0, trigger.definer().lastIndexOf('@'))
        .equals(RestoreMark.accountName(restoreId));
  }

  private Optional<String> obstacle(TriggerDefinition trigger, QualifiedName place)
      throws SQLException {
    if (isOurs(trigger)) {
      return Optional.of(
          "it runs as %s, the temporary account, which goes at the end; make it anew with a definer that stays"
              .formatted(trigger.definer()));
    }
    Optional<String> garbled = trigger.session().garbles(trigger.sql());
    if (garbled.isPresent()) {
      return garbled;
    }
    Optional<QualifiedName> namesake = schema.tableOfTrigger(place.database(), trigger.name());
    if (namesake.isPresent()) {
      return Optional.of(
          "%s has a trigger of that name already".formatted(namesake.get().toString()));
    }
    return refusal(trigger);
  }

  /** What the server says against such a trigger, by making one on a table of the same form. */
  private Optional<String> refusal(TriggerDefinition trigger) throws SQLException {
    QualifiedName probe = new QualifiedName(trigger.table().database(), PROBE + restoreId);
    dropProbe(probe);
    Swapper.execute(
        connection,
        "CREATE TABLE %s LIKE %s".formatted(SwapSql.sql(probe), SwapSql.sql(trigger.table())));
    Optional<String> refusal = refusal(trigger, trigger.as(probe.name(), probe));
    dropProbe(probe);
    return refusal;
  }

  private Optional<String> refusal(TriggerDefinition trigger, TriggerDefinition twin)
      throws SQLException {
    try {
      return twin.session().run(connection, twin.sql()).contains(NO_SUCH_USER)
          ? Optional.of(
              "it runs as %s, an account that there is not, so that each statement that fires it would fail; create the account, or drop the trigger"
                  .formatted(trigger.definer()))
          : Optional.empty();
    } catch (SQLException e) {
      if (connection.isClosed()) {
        throw e;
      }
      return Optional.of(
          switch (e.getErrorCode()) {
            case SqlTrouble.NEEDS_SUPER ->
                "it runs as %s, and only that account itself, or one with SUPER (MySQL 8: SET_USER_ID), may make such a trigger"
                    .formatted(trigger.definer());
            case SqlTrouble.BINLOG_NEEDS_SUPER ->
                "the server lets only an account with SUPER make triggers while log_bin_trust_function_creators is off";
            default -> SqlTrouble.withoutValues(e);
          });
    }
  }

  private void dropProbe(QualifiedName probe) throws SQLException {
    Swapper.execute(connection, "DROP TABLE IF EXISTS " + SwapSql.sql(probe));
  }

  /** Tables that are about to move have none any more; all of them are kept before one goes. */
  void takeOff(List<SwapLook> looks) throws SQLException {
    List<TriggerDefinition> off = new ArrayList<>();
    for (SwapLook look : looks) {
      for (TriggerDefinition trigger : triggers.of(look.table().restored())) {
        held(look.table().restored().database()).keep(trigger, trigger.on(look.table().current()));
        off.add(trigger);
      }
    }
    for (TriggerDefinition trigger : off) {
      Swapper.execute(
          connection,
          "DROP TRIGGER IF EXISTS " + SqlName.quote(trigger.table().database(), trigger.name()));
    }
  }

  /** Wherever these tables stand, they have their triggers again. */
  void putOn(List<SwapLook> looks) throws SQLException {
    for (String database : databases(looks)) {
      HeldTriggers held = held(database);
      for (HeldTriggers.Held trigger : held.all()) {
        Optional<SwapLook> look = lookAt(looks, database, trigger);
        if (look.isPresent()) {
          putOn(look.get(), trigger);
          held.forget(trigger);
        }
      }
      held.endIfEmpty();
    }
  }

  /** Where the restored tables came from or are, each once. */
  private static Set<String> databases(List<SwapLook> looks) {
    return looks.stream()
        .map(look -> look.table().restored().database())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<SwapLook> lookAt(
      List<SwapLook> looks, String database, HeldTriggers.Held trigger) {
    return looks.stream()
        .filter(
            look -> look.table().restored().equals(new QualifiedName(database, trigger.table())))
        .findFirst();
  }

  private void putOn(SwapLook look, HeldTriggers.Held trigger) throws SQLException {
    boolean isHome = look.state() == SwapState.SWAPPED;
    QualifiedName table = isHome ? look.table().current() : look.table().restored();
    Optional<QualifiedName> has = schema.tableOfTrigger(table.database(), trigger.name());
    if (has.isEmpty()) {
      trigger.session().run(connection, isHome ? trigger.home() : trigger.beside());
    } else if (!has.get().equals(table)) {
      throw Failures.of(
          RestoreErrorCode.NEEDS_PERSON,
          "Trigger %s of %s cannot be made again: %s has one of that name. Rename or drop that one, then retry; its SQL: %s"
              .formatted(
                  trigger.name(),
                  table,
                  has.get(),
                  held(look.table().restored().database()).query(trigger)),
          null);
    }
  }

  /** The same looks, each with what its table lacks as long as its triggers are kept. */
  List<SwapLook> withMissing(List<SwapLook> looks) throws SQLException {
    Map<QualifiedName, List<String>> missing = new HashMap<>();
    for (String database : databases(looks)) {
      HeldTriggers held = held(database);
      for (HeldTriggers.Held trigger : held.all()) {
        missing
            .computeIfAbsent(
                new QualifiedName(database, trigger.table()), table -> new ArrayList<>())
            .add(
                "its trigger %s was taken off for the move and is perhaps not made again; its SQL, before database %s is dropped: %s"
                    .formatted(trigger.name(), database, held.query(trigger)));
      }
    }
    return looks.stream()
        .map(
            look ->
                look.withObstacles(
                    Stream.concat(
                            missing.getOrDefault(look.table().restored(), List.of()).stream(),
                            look.obstacles().stream())
                        .toList()))
        .toList();
  }

  private HeldTriggers held(String database) throws SQLException {
    return new HeldTriggers(connection, database, restoreId);
  }
}
