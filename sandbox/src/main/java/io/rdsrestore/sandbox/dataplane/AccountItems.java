package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts in the two servers' own tables. They are read with the service's rights, so these
 * items have an outcome even if no login works: an old password is one reason for that.
 */
final class AccountItems implements PrecheckFamily {
  private static final String HAS_PASSWORD_COLUMN =
      "SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA='mysql' AND"
          + " TABLE_NAME='user' AND COLUMN_NAME='Password'";

  /** The hash of {@code old_password} has 16 characters. */
  private static final String IS_OLD = "(plugin='mysql_old_password' OR CHAR_LENGTH(Password)=16)";

  private static final Set<String> SYSTEM_ACCOUNTS =
      Set.of("", "root", "PUBLIC", "mariadb.sys", "mysql.sys", "mysql.session", "mysql.infoschema");

  private final CopySpec spec;
  private final Endpoints endpoints;

  AccountItems(CopySpec spec, Endpoints endpoints) {
    this.spec = spec;
    this.endpoints = endpoints;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    try (Connection source = endpoints.openSourceDefinitions();
        Connection target = endpoints.openTargetDefinitions()) {
      List<PrecheckItem> items = new ArrayList<>();
      items.add(passwordFormat(source, target));
      if (spec.checks().accounts()) {
        items.add(sameUsers(source, target));
      }
      return items;
    }
  }

  private PrecheckItem passwordFormat(Connection source, Connection target) throws SQLException {
    List<String> old = new ArrayList<>();
    addIfOld(old, source, spec.source());
    addIfOld(old, target, spec.target());
    return PrecheckItem.of(
        PrecheckNames.PASSWORD_FORMAT, "Passwords are stored in the format old_password", old);
  }

  private static void addIfOld(List<String> old, Connection server, CopySpec.Login login)
      throws SQLException {
    // MySQL 5.7 and 8.0 have neither the column nor passwords in the old format.
    boolean canBeOld = !"0".equals(Query.text(server, HAS_PASSWORD_COLUMN));
    if (canBeOld
        && !Query.texts(
                server,
                "SELECT User FROM mysql.user WHERE "
                    + IS_OLD
                    + " AND User="
                    + Sql.text(login.user()))
            .isEmpty()) {
      old.add(login.user() + " of " + login.instanceId());
    }
  }

  private PrecheckItem sameUsers(Connection source, Connection target) throws SQLException {
    Set<String> same = new TreeSet<>(accounts(source));
    same.retainAll(accounts(target));
    same.removeAll(SYSTEM_ACCOUNTS);
    same.remove(endpoints.source().server().owner().user());
    return PrecheckItem.of(
        PrecheckNames.SAME_USERS, "Accounts of the same name exist in the destination", same);
  }

  private static List<String> accounts(Connection server) throws SQLException {
    return Query.texts(server, "SELECT User FROM mysql.user");
  }
}
