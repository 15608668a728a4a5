package io.rdsrestore.workflows.activity;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** The servers themselves, by SQL, from the worker. Looks only: none of these changes a row. */
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
   * Exact row counts of the chosen objects in the clone and of the same names on the primary, and
   * where counts are equal whether the rows are, too.
   */
  @ActivityMethod
  List<TableLook> readChosenTables(ReadChosenTables wanted);

  /** Compares clone and target table by table. Heartbeats with its progress. */
  @ActivityMethod
  List<TableComparison> compareTables(CompareTables wanted);
}
