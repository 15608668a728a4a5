package io.rdsrestore.sandbox.memory;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one instance holds at one time. Immutable. */
record Contents(Map<String, Database> databases, Map<String, Login> logins) {

  /** A database and its tables. */
  record Database(String charset, Set<String> tables) {
    Database {
      tables = Set.copyOf(tables);
    }
  }

  /** An account and its privileges by database. */
  record Login(String password, Map<String, String> grants) {
    private static final Set<String> WRITES = Set.of("ReadWrite", "DBOwner");

    Login {
      grants = Map.copyOf(grants);
    }

    boolean owns(String database) {
      return "DBOwner".equals(grants.get(database));
    }

    boolean mayWrite(String database) {
      return WRITES.contains(grants.getOrDefault(database, ""));
    }

    boolean mayRead(String database) {
      return mayWrite(database) || "ReadOnly".equals(grants.get(database));
    }

    @Override
    public String toString() {
      return "Login" + grants;
    }
  }

  static final Contents EMPTY = new Contents(Map.of(), Map.of());

  Contents {
    databases = Map.copyOf(databases);
    logins = Map.copyOf(logins);
  }

  Set<String> tables(String database) {
    Database found = databases.get(database);
    return found == null ? Set.of() : found.tables();
  }

  Contents withDatabase(String name, String charset) {
    Map<String, Database> all = new TreeMap<>(databases);
    all.putIfAbsent(name, new Database(charset, Set.of()));
    return new Contents(all, logins);
  }

  Contents withTable(String database, String table) {
    Contents there = withDatabase(database, "utf8mb4");
    Map<String, Database> all = new TreeMap<>(there.databases);
    Set<String> tables = new TreeSet<>(there.tables(database));
    tables.add(table);
    all.put(database, new Database(all.get(database).charset(), tables));
    return new Contents(all, logins);
  }

  Contents withoutTable(String database, String table) {
    Map<String, Database> all = new TreeMap<>(databases);
    Set<String> tables = new TreeSet<>(tables(database));
    tables.remove(table);
    all.computeIfPresent(database, (name, old) -> new Database(old.charset(), tables));
    return new Contents(all, logins);
  }

  Contents withoutDatabase(String database) {
    Map<String, Database> all = new TreeMap<>(databases);
    all.remove(database);
    return new Contents(all, logins);
  }

  Contents withLogin(String name, Login login) {
    Map<String, Login> all = new TreeMap<>(logins);
    all.put(name, login);
    return new Contents(databases, all);
  }

  Contents withoutLogin(String name) {
    Map<String, Login> all = new TreeMap<>(logins);
    all.remove(name);
    return new Contents(databases, all);
  }
}
