package io.rdsrestore.demo.oracle;

import io.rdsrestore.sandbox.settings.PrimarySpec;

/**
 * What engine the primaries of a suite are of, in the words of RDS.
 *
 * @param engine for example {@code SQLServer}
 * @param version for example {@code 2016_std_ha}
 */
public record PrimaryKind(String engine, String version) {
  /** What suites play where nobody asks for another. */
  public static final PrimaryKind MYSQL = new PrimaryKind("MySQL", "5.7");

  public static final PrimaryKind SQL_SERVER = new PrimaryKind("SQLServer", "2016_std_ha");

  /** As the system property {@code rds-restore.engine} says, {@code ENGINE:VERSION}. */
  public static PrimaryKind asked() {
    String asked = System.getProperty("rds-restore.engine");
    if (asked == null) {
      return MYSQL;
    }
    String[] parts = asked.split(":", 2);
    return new PrimaryKind(parts[0], parts[1]);
  }

  /** A primary of this kind, with nothing in it. */
  public PrimarySpec.Builder primary(String id) {
    return PrimarySpec.mysql(id).engine(engine, version);
  }
}
