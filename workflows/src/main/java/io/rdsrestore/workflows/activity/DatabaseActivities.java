package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.swap.SwapLook;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/**
 * The servers themselves, by SQL, from the worker. None of these changes a row but the last ones,
 * which move whole tables or merge rows as a person has decided.
 */
@ActivityInterface
public interface DatabaseActivities {

  /**
   * Whether the worker gets into the primary, and what is there that a restore has to know. What
   * the account may not see is said to be not checked; it does not fail the rest.
   */
  @ActivityMethod
  SchemaFacts readSchema(ReadSchema wanted);

  /** Whether the worker's own login works; not getting in is an answer, too. */
  @ActivityMethod
  LoginFacts readLogin(DatabaseLogin login);

  /**
   * Nothing in the clone changes the chosen tables by itself: the events of their databases are
   * switched off, as far as the account may. Then looks at them: exact row counts of the chosen
   * objects in the clone and of the same names on the primary, and where counts are equal whether
   * the rows are, too.
   */
  @ActivityMethod
  QuietClone ensureCloneQuiet(ReadChosenTables wanted);

  /** Compares clone and target table by table. Heartbeats with its progress. */
  @ActivityMethod
  List<TableComparison> compareTables(CompareTables wanted);

  /**
   * How restored tables and their places stand, with exact row counts and what is in the way of a
   * swap. Changes nothing.
   */
  @ActivityMethod
  List<SwapLook> readSwap(SwapQuery wanted);

  /**
   * The restored tables have their places: all of them, or none and a failure ({@code NEEDS_PERSON}
   * if something is in the way, {@code TRANSIENT} if a table is in use). The tables of before are
   * kept under their set-aside names. What is swapped already stays so.
   */
  @ActivityMethod
  List<SwapLook> ensureSwapped(SwapTables wanted);

  /** The tables of before have their places again; the restored ones stand beside. */
  @ActivityMethod
  List<SwapLook> ensureSwappedBack(SwapTables wanted);

  /**
   * Tables whose places are free have them: all of these in one statement, or none and a failure. A
   * table whose place is taken, whose triggers the account could not make again, or that is linked
   * by a foreign key to one that stays, stays where it is; the answer says why. Nothing that has a
   * place is touched. Triggers are dropped, kept in a table beside, and made again where the tables
   * are then. What has moved already stays so.
   */
  @ActivityMethod
  List<SwapLook> ensureMovedIn(SwapTables wanted);

  /**
   * A database that was lost as a whole has its own name: its tables with their triggers, all of
   * them or none and a failure ({@code NEEDS_PERSON} if one could not move), then what views and
   * routines the account can make again. Where the name holds anything already nothing moves.
   * Events do not move.
   */
  @ActivityMethod
  MovedDatabase ensureDatabaseMovedIn(MoveDatabase wanted);

  /**
   * Counts what a merge would do, table by table, and says of which tables it cannot be done and
   * why. Changes nothing. Heartbeats with its progress.
   */
  @ActivityMethod
  List<MergeLook> readMerge(MergeTables wanted);

  /**
   * Rows of the restored tables are in the current ones, and what that has replaced is in the saved
   * tables, written in the same transactions. What an earlier attempt has merged is not touched
   * again, whoever has changed it since. {@code NEEDS_PERSON} if it is not safe.
   */
  @ActivityMethod
  List<MergedTable> ensureMerged(MergeTables wanted);

  /**
   * What a merge has inserted is out again, what it has replaced is back, both where the row is
   * still as the merge left it; others stay. The saved tables stay, too.
   */
  @ActivityMethod
  List<UnmergedTable> ensureUnmerged(MergeTables wanted);
}
