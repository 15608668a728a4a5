package io.rdsrestore.sandbox.dataplane;

import java.util.List;

/**
 * One DTS migration: who connects where, and what is copied.
 *
 * @param structure whether tables and other objects are created in the target
 * @param data whether rows are copied
 * @param targetTableMode {@code 0}: same-named objects fail the precheck; {@code 2}: they are kept,
 *     and a row whose key exists in the target is skipped
 * @param checks precheck items beyond those that every migration has
 */
public record CopySpec(
    Login source,
    Login target,
    List<DatabaseMapping> databases,
    boolean structure,
    boolean data,
    String targetTableMode,
    Checks checks) {

  /**
   * Precheck items that not every migration has.
   *
   * @param incremental those of incremental migration
   * @param accounts that of account migration
   * @param definers that of the right to name another definer
   * @param keptRows rows in existing tables count even in {@code targetTableMode} 2
   */
  public record Checks(boolean incremental, boolean accounts, boolean definers, boolean keptRows) {
    public static final Checks NONE = new Checks(false, false, false, false);
  }

  /** The same copy, but what is in the target is kept. */
  public CopySpec keepingWhatIsThere() {
    return new CopySpec(source, target, databases, structure, data, "2", checks);
  }

  /** Whether rows in existing tables of the target are an obstacle. */
  public boolean needsEmptyTables() {
    boolean keeps = targetTableMode.equals("2");
    return data && (keeps ? checks.keptRows() : !structure);
  }

  /** A login through the instance's gate, from one of DTS's own addresses. */
  public record Login(String instanceId, String user, String password) {
    @Override
    public String toString() {
      return "Login[" + instanceId + ", " + user + "]";
    }
  }

  /**
   * One entry of DbList.
   *
   * @param all the whole database: tables, views, triggers, routines; {@code tables} is then empty
   */
  public record DatabaseMapping(String name, String as, boolean all, List<TableMapping> tables) {}

  /** One table of a database mapping. */
  public record TableMapping(String name, String as) {}
}
