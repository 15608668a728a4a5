package io.rdsrestore.sandbox.settings;

import java.util.List;

/** A database and the names of its tables. */
public record DatabaseSpec(String name, String charset, List<String> tables) {
  public DatabaseSpec {
    tables = List.copyOf(tables);
  }
}
