package io.rdsrestore.activities.database;

import io.rdsrestore.activities.NoAddress;
import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.ServerSettings;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.TableSelection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks into a primary. Not getting in is an answer, too; so is a part that the account may not
 * see. Only the names that are taken have to be known.
 */
final class SchemaFactsReader {
  private static final String DOING = "Looking into the primary";

  private final DatabaseConnector connector;

  SchemaFactsReader(DatabaseConnector connector) {
    this.connector = connector;
  }

  SchemaFacts read(ReadSchema wanted) {
    if (wanted.login().address() == null) {
      return SchemaFacts.unreachable(NoAddress.WHY);
    }
    try (Connection connection = connector.connect(wanted.login())) {
      return read(connection, wanted);
    } catch (SQLException e) {
      return SchemaFacts.unreachable(SqlTrouble.unreachable(e));
    }
  }

  private static SchemaFacts read(Connection connection, ReadSchema wanted) {
    try {
      Catalog catalog = new Catalog(connection);
      AccountRights rights = RightsReader.read(catalog, databases(wanted));
      ServerSettings settings = SettingsReader.read(catalog);
      List<TableScope> chosen = wanted.chosen().stream().map(SchemaFactsReader::scope).toList();
      return new SchemaFacts(
          true,
          null,
          settings,
          rights,
          new TargetReader(catalog, rights).read(wanted.targets()),
          new ChosenReader(catalog, rights).read(chosen),
          new ForeignKeyReader(catalog, chosen).read(),
          DefinitionReader.ofPrimary(catalog, rights, chosen).read(),
          new GrantReader(catalog, rights, chosen).read(),
          new RunningWorkReader(catalog, rights, lookedInto(wanted)).read(),
          true);
    } catch (SQLException e) {
      throw SqlTrouble.failure(DOING, e);
    }
  }

  private static TableScope scope(DatabaseSelection selection) {
    return selection.isWhole()
        ? TableScope.all(selection.database())
        : TableScope.of(
            selection.database(), selection.tables().stream().map(TableSelection::name).toList());
  }

  private static Set<String> databases(ReadSchema wanted) {
    Set<String> databases = new LinkedHashSet<>();
    databases.add("mysql");
    wanted.chosen().forEach(selection -> databases.add(selection.database()));
    wanted.targets().forEach(target -> databases.add(target.database()));
    return databases;
  }

  /** The tables in which online DDL would be in the way: chosen ones and targets. */
  private static List<TableScope> lookedInto(ReadSchema wanted) {
    Map<String, TableScope> scopes = new LinkedHashMap<>();
    for (DatabaseSelection selection : wanted.chosen()) {
      scopes.merge(selection.database(), scope(selection), TableScope::and);
    }
    for (TargetNames target : wanted.targets()) {
      scopes.merge(target.database(), TargetReader.scope(target), TableScope::and);
    }
    return List.copyOf(scopes.values());
  }
}
