package io.rdsrestore.workflows.activity;

/**
 * What runs on the server and may be in the way.
 *
 * @param ghostTables tables of online DDL tools that copy a table looked into; the detail names the
 *     tool
 * @param statements DDL that runs
 * @param transactions open for more than a minute
 */
public record RunningWork(
    Listed<TableFinding> ghostTables,
    Listed<RunningStatement> statements,
    Listed<OpenTransaction> transactions) {

  /**
   * A DDL statement that runs.
   *
   * @param thread id for KILL
   * @param database that it concerns
   * @param kind its first words, for example {@code ALTER TABLE}
   * @param seconds since when
   */
  public record RunningStatement(long thread, String database, String kind, long seconds) {}

  /**
   * A transaction that is open for long.
   *
   * @param thread id for KILL
   * @param seconds since when
   */
  public record OpenTransaction(long thread, long seconds) {}

  public static RunningWork notChecked(String because) {
    return new RunningWork(
        Listed.notChecked(because), Listed.notChecked(because), Listed.notChecked(because));
  }
}
