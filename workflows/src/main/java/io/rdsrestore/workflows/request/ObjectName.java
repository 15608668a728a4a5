package io.rdsrestore.workflows.request;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What MySQL, RDS and DTS allow as the name of a database or table. */
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

  /** Why no table can have this name; empty if one can. */
  static Optional<String> problemOfTable(String name) {
    if (name.length() > MAX_LENGTH) {
      return Optional.of("is longer than the 64 characters that MySQL allows");
    }
    if (WILDCARD.matcher(name).find()) {
      return Optional.of(
          Words.quoted(name) + " holds a wildcard; name each object, or leave out tables for all");
    }
    if (IMPOSSIBLE.matcher(name).find() || name.endsWith(" ")) {
      return Optional.of(
          Words.quoted(name)
              + " is no name in MySQL: no / \\ . or control characters, no blank at the end");
    }
    return Optional.empty();
  }

  /** Why no database of a user can have this name; empty if one can. */
  static Optional<String> problemOfDatabase(String name) {
    return SYSTEM_SCHEMAS.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of("\"" + name + "\" is a system database; it is not restored")
        : problemOfTable(name);
  }

  /**
   * Whether RDS and DTS can create a database of this name (RDS: CreateDatabase, DBName): letters,
   * digits, {@code _} and {@code -}.
   */
  public static boolean isCreatable(String database) {
    return database.length() <= MAX_LENGTH && CREATABLE.matcher(database).matches();
  }
}
