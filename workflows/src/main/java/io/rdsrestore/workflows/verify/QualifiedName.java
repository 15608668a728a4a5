package io.rdsrestore.workflows.verify;

/** An object of a database. */
public record QualifiedName(String database, String name) {
  @Override
  public String toString() {
    return database + '.' + name;
  }
}
