package io.rdsrestore.demo.oracle;

import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.util.List;

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

  private static final String PROPERTY = "rds-restore.engine";

  /** As the system property {@code rds-restore.engine} says, {@code ENGINE:VERSION}. */
  public static PrimaryKind asked() {
    if (!isAsked()) {
      return MYSQL;
    }
    String[] parts = System.getProperty(PROPERTY).split(":", 2);
    return new PrimaryKind(parts[0], parts[1]);
  }

  /** For suites that every build plays on each engine. */
  public static List<PrimaryKind> each() {
    return isAsked() ? List.of(asked()) : List.of(MYSQL, SQL_SERVER);
  }

  /** For suites that take long: on MySQL in every build, on each engine in the nightly one. */
  public static List<PrimaryKind> eachByNight() {
    return Boolean.getBoolean("rds-restore.nightly") ? each() : List.of(asked());
  }

  private static boolean isAsked() {
    return System.getProperty(PROPERTY) != null;
  }

  public boolean isSqlServer() {
    return engine.equals(SQL_SERVER.engine);
  }

  /** What DTS wants an account to have that reads (GrantAccountPrivilege). */
  public String reads() {
    return isSqlServer() ? "DBOwner" : "ReadOnly";
  }

  /** Likewise of one that reads and writes. */
  public String writes() {
    return isSqlServer() ? "DBOwner" : "ReadWrite";
  }

  @Override
  public String toString() {
    return engine + ":" + version;
  }

  /** A primary of this kind, with nothing in it. */
  public PrimarySpec.Builder primary(String id) {
    return PrimarySpec.mysql(id).engine(engine, version);
  }
}
