package io.rdsrestore.demo.oracle;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may appear on a primary, because somebody asked for it.
 *
 * @param database its name
 * @param tables names
 */
public record Allowed(Pattern database, Set<String> tables) {

  /** A table of a database, both by name. */
  public static Allowed table(String database, String table) {
    return new Allowed(Pattern.compile(Pattern.quote(database)), Set.of(table));
  }

  boolean permits(String name) {
    return database.matcher(name).matches();
  }
}
