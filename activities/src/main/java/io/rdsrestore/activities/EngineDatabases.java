package io.rdsrestore.activities;

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

/** Hands every look at a server to those who speak its protocol. */
final class EngineDatabases implements DatabaseActivities {
  private final DatabaseActivities mySql;
  private final DatabaseActivities sqlServer;

  EngineDatabases(DatabaseActivities mySql, DatabaseActivities sqlServer) {
    this.mySql = mySql;
    this.sqlServer = sqlServer;
  }

  private DatabaseActivities of(DatabaseLogin login) {
    return switch (login.engine().protocol()) {
      case MYSQL -> mySql;
      case TDS -> sqlServer;
    };
  }

  @Override
  public SchemaFacts readSchema(ReadSchema wanted) {
    return of(wanted.login()).readSchema(wanted);
  }

  @Override
  public LoginFacts readLogin(DatabaseLogin login) {
    return of(login).readLogin(login);
  }

  @Override
  public QuietClone ensureCloneQuiet(ReadChosenTables wanted) {
    return of(wanted.source()).ensureCloneQuiet(wanted);
  }

  @Override
  public List<TableComparison> compareTables(CompareTables wanted) {
    return of(wanted.source()).compareTables(wanted);
  }

  @Override
  public List<SwapLook> readSwap(SwapQuery wanted) {
    return of(wanted.primary()).readSwap(wanted);
  }

  @Override
  public List<SwapLook> ensureSwapped(SwapTables wanted) {
    return of(wanted.primary()).ensureSwapped(wanted);
  }

  @Override
  public List<SwapLook> ensureSwappedBack(SwapTables wanted) {
    return of(wanted.primary()).ensureSwappedBack(wanted);
  }

  @Override
  public List<SwapLook> ensureMovedIn(SwapTables wanted) {
    return of(wanted.primary()).ensureMovedIn(wanted);
  }

  @Override
  public MovedDatabase ensureDatabaseMovedIn(MoveDatabase wanted) {
    return of(wanted.primary()).ensureDatabaseMovedIn(wanted);
  }

  @Override
  public List<MergeLook> readMerge(MergeTables wanted) {
    return of(wanted.primary()).readMerge(wanted);
  }

  @Override
  public List<MergedTable> ensureMerged(MergeTables wanted) {
    return of(wanted.primary()).ensureMerged(wanted);
  }

  @Override
  public List<UnmergedTable> ensureUnmerged(MergeTables wanted) {
    return of(wanted.primary()).ensureUnmerged(wanted);
  }
}
