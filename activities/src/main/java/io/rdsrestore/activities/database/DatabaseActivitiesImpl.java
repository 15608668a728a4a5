package io.rdsrestore.activities.database;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.Patience;
import io.rdsrestore.activities.Pulse;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.swap.SwapLook;
import java.util.List;

/** The databases: hands every activity to the class that does it. */
public final class DatabaseActivitiesImpl implements DatabaseActivities {
  private final SchemaFactsReader schema;
  private final LoginReader login;
  private final CloneQuieter quieter;
  private final Comparison comparison;
  private final Swapper swapper;
  private final Merging merging;

  public DatabaseActivitiesImpl(ActivitySettings settings, Logins logins) {
    DatabaseConnector connector = new DatabaseConnector(settings, logins);
    schema = new SchemaFactsReader(connector);
    login = new LoginReader(connector);
    quieter = new CloneQuieter(connector);
    comparison = new Comparison(connector);
    swapper = new Swapper(connector);
    merging = new Merging(connector);
  }

  @Override
  public SchemaFacts readSchema(ReadSchema wanted) {
    return Pulse.during(() -> schema.read(wanted));
  }

  @Override
  public LoginFacts readLogin(DatabaseLogin wanted) {
    return Pulse.during(() -> login.read(wanted));
  }

  @Override
  public QuietClone ensureCloneQuiet(ReadChosenTables wanted) {
    return Patience.during(() -> quieter.ensure(wanted));
  }

  @Override
  public List<TableComparison> compareTables(CompareTables wanted) {
    return comparison.compare(wanted);
  }

  @Override
  public List<SwapLook> readSwap(SwapQuery wanted) {
    return Pulse.during(() -> swapper.read(wanted));
  }

  @Override
  public List<SwapLook> ensureSwapped(SwapTables wanted) {
    return Pulse.during(() -> swapper.swap(wanted));
  }

  @Override
  public List<SwapLook> ensureSwappedBack(SwapTables wanted) {
    return Pulse.during(() -> swapper.swapBack(wanted));
  }

  @Override
  public List<SwapLook> ensureMovedIn(SwapTables wanted) {
    return Pulse.during(() -> swapper.moveIn(wanted));
  }

  @Override
  public MovedDatabase ensureDatabaseMovedIn(MoveDatabase wanted) {
    return Pulse.during(() -> swapper.moveIn(wanted));
  }

  @Override
  public List<MergeLook> readMerge(MergeTables wanted) {
    return merging.read(wanted);
  }

  @Override
  public List<MergedTable> ensureMerged(MergeTables wanted) {
    return merging.merge(wanted);
  }

  @Override
  public List<UnmergedTable> ensureUnmerged(MergeTables wanted) {
    return merging.undo(wanted);
  }
}
