package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two ends of a migration, as DTS reaches them: with the job's logins, through the gates, from
 * DTS's own addresses.
 */
record Endpoints(CopySpec spec, Instance source, Instance target) {
  /** The address from which DTS connects to a source. */
  static final String SOURCE_READER = "127.0.8.10";

  /** The address from which DTS connects to a destination. */
  static final String TARGET_WRITER = "127.0.8.11";

  Connection openSource() throws SQLException {
    return through(source, SOURCE_READER, spec.source());
  }

  Connection openTarget() throws SQLException {
    return through(target, TARGET_WRITER, spec.target());
  }

  /**
   * A look into the source with the service's own rights. It reads definitions only: a login with
   * ReadOnly sees neither triggers nor the bodies of routines, yet DTS migrates them.
   */
  Connection openSourceDefinitions() throws SQLException {
    return source.server().connect();
  }

  /** The same for the target: which accounts exist, and objects that keep their own definer. */
  Connection openTargetDefinitions() throws SQLException {
    return target.server().connect();
  }

  private static Connection through(Instance instance, String from, CopySpec.Login login)
      throws SQLException {
    return Connections.openFrom(
        from,
        DatabaseServer.HOST,
        instance.gate().port(),
        new Credentials(login.user(), login.password()));
  }
}
