package io.rdsrestore.workflows.request;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What servers, RDS and DTS allow as the name of a database or table. */
public final class ObjectName {
  /** Longest name of a database or table, in characters. */
  public static final int MAX_LENGTH = 64;

  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of("mysql", "information_schema", "performance_schema", "sys");
  private static final Pattern WILDCARD = Pattern.compile("[*?%]");
  private static final Pattern IMPOSSIBLE =
      Pattern.compile("[/\\\\.\\p{Cntrl}\\x{10000}-\\x{10FFFF}]");
  private static final Pattern CREATABLE = Pattern.compile("[A-Za-z0-9_-]+");

  private ObjectName() {}

  /**
   * Why no table can have this name; empty if one can. Whether it may name a schema before a dot,
   * the engine says, which a request alone does not know.
   */
  static Optional<String> problemOfTable(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? problemOf(name)
        : problemOf(name.substring(0, dot)).or(() -> problemOf(name.substring(dot + 1)));
  }

  private static Optional<String> problemOf(String name) {
    if (name.length() > MAX_LENGTH) {
      return Optional.of("is longer than 64 characters");
    }
    if (WILDCARD.matcher(name).find()) {
      return Optional.of(
          Words.quoted(name) + " holds a wildcard; name each object, or leave out tables for all");
    }
    if (name.isEmpty() || IMPOSSIBLE.matcher(name).find() || name.endsWith(" ")) {
      return Optional.of(
          Words.quoted(name)
              + " is no name of a database or table: no / \\ . or control characters, no blank at the end");
    }
    return Optional.empty();
  }

  /** Why no database of a user can have this name; empty if one can. */
  static Optional<String> problemOfDatabase(String name) {
    return SYSTEM_SCHEMAS.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of("\"" + name + "\" is a system database; it is not restored")
        : problemOf(name);
  }

  /**
   * Whether RDS and DTS can create a database of this name (RDS: CreateDatabase, DBName): letters,
   * digits, {@code _} and {@code -}.
   */
  public static boolean isCreatable(String database) {
    return database.length() <= MAX_LENGTH && CREATABLE.matcher(database).matches();
  }
}
