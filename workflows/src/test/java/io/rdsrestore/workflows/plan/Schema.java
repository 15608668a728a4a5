package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.ForeignKeys;
import io.rdsrestore.workflows.activity.GrantFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.RunningWork;
import io.rdsrestore.workflows.activity.RunningWork.OpenTransaction;
import io.rdsrestore.workflows.activity.RunningWork.RunningStatement;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.ServerSettings;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.activity.TargetFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What SQL tells about a primary with nothing special, and what a test adds to it. */
final class Schema {
  private int chosen = 1;
  boolean homesAreMade = true;
  final Map<String, List<String>> targets = new TreeMap<>();
  final Map<String, String> globals = new TreeMap<>();
  final Map<String, String> charsets = new TreeMap<>();
  final Map<TableTrait, List<TableFinding>> traits = new EnumMap<>(TableTrait.class);
  final List<TableFinding> keyless = new ArrayList<>();
  final List<TableFinding> insertTriggers = new ArrayList<>();
  final List<TableFinding> filled = new ArrayList<>();
  final List<String> hidden = new ArrayList<>();
  final List<String> missing = new ArrayList<>();
  final List<ForeignKeyFacts> outgoing = new ArrayList<>();
  final List<ForeignKeyFacts> incoming = new ArrayList<>();
  final List<ObjectDefinition> definitions = new ArrayList<>();
  final List<GrantFacts> grants = new ArrayList<>();
  final List<TableFinding> ghosts = new ArrayList<>();
  final List<RunningStatement> statements = new ArrayList<>();
  final List<OpenTransaction> transactions = new ArrayList<>();
  AccountRights rights = everything();

  static AccountRights everything() {
    return new AccountRights(
        List.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "ALTER",
            "DROP",
            "INDEX",
            "REFERENCES",
            "CREATE VIEW",
            "CREATE ROUTINE",
            "TRIGGER"),
        Map.of(),
        List.of(),
        null);
  }

  /** So many tables are chosen. */
  Schema chosen(int tables) {
    chosen = tables;
    return this;
  }

  Schema target(String database, String... tables) {
    targets.put(database, List.of(tables));
    return this;
  }

  Schema trait(TableTrait trait, String database, String table, String detail) {
    traits
        .computeIfAbsent(trait, each -> new ArrayList<>())
        .add(new TableFinding(database, table, detail));
    return this;
  }

  SchemaFacts facts() {
    Map<TableTrait, Listed<TableFinding>> listed = new EnumMap<>(TableTrait.class);
    traits.forEach((trait, found) -> listed.put(trait, Listed.of(found)));
    return new SchemaFacts(
        true,
        null,
        new ServerSettings("5.7.40-log", globals, null),
        rights,
        targets.entrySet().stream().map(each -> target(each.getKey(), each.getValue())).toList(),
        new ChosenFacts(charsets, hidden, Listed.of(missing), chosen, 1000, 2L << 20, listed, null),
        new ForeignKeys(Listed.of(outgoing), Listed.of(incoming)),
        Listed.of(definitions),
        Listed.of(grants),
        new RunningWork(Listed.of(ghosts), Listed.of(statements), Listed.of(transactions)),
        homesAreMade);
  }

  private TargetFacts target(String database, List<String> names) {
    return new TargetFacts(
        database,
        names,
        names.size(),
        Listed.of(keyless),
        Listed.of(insertTriggers),
        Listed.of(filled));
  }
}
