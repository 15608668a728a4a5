package io.rdsrestore.sandbox.dataplane;

import java.util.List;

/**
 * One DTS migration: who connects where, and what is copied.
 *
 * @param structure whether tables and other objects are created in the target
 * @param data whether rows are copied
 * @param targetTableMode {@code 0}: same-named objects fail the precheck; {@code 2}: they are kept,
 *     and a row whose key exists in the target is skipped
 */
public record CopySpec(
    Login source,
    Login target,
    List<DatabaseMapping> databases,
    boolean structure,
    boolean data,
    String targetTableMode) {

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
