package io.rdsrestore.sandbox.rds;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database account as it was at some time.
 *
 * @param type {@code Normal} or {@code Super}
 * @param availableAt until then its status is {@code Unavailable}
 */
record Account(
    String name,
    String password,
    String type,
    String description,
    Instant availableAt,
    Map<String, Grant> grants) {

  /** A privilege on one database, shown from {@code effectiveAt} on. */
  record Grant(String privilege, Instant effectiveAt) {}

  Account {
    grants = Map.copyOf(grants);
  }

  Account withPassword(String newPassword) {
    return new Account(name, newPassword, type, description, availableAt, grants);
  }

  /** Whether it was granted, shown already or not. */
  boolean hasGrant(String database, String privilege) {
    Grant grant = grants.get(database);
    return grant != null && grant.privilege().equals(privilege);
  }

  Account withGrant(String database, Grant grant) {
    Map<String, Grant> all = new TreeMap<>(grants);
    all.put(database, grant);
    return new Account(name, password, type, description, availableAt, all);
  }

  String status(Instant now) {
    return now.isBefore(availableAt) ? "Unavailable" : "Available";
  }

  /** Database to privilege, as far as granted by {@code now}. */
  Map<String, String> privileges(Instant now) {
    Map<String, String> shown = new TreeMap<>();
    grants.forEach(
        (database, grant) -> {
          if (!now.isBefore(grant.effectiveAt())) {
            shown.put(database, grant.privilege());
          }
        });
    return shown;
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + type + "]";
  }
}
