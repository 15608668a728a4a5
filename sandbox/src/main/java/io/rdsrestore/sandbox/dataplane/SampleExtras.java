package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A second sample database, {@code extras}, for tests: view, trigger, function, procedure, event,
 * foreign key, a table without a key, FLOAT and DOUBLE, MyISAM and MERGE tables, the ghost table of
 * an online DDL tool. The sample primary does not have it unless it is loaded.
 */
public final class SampleExtras {
  public static final String DATABASE = "extras";

  private SampleExtras() {}

  /**
   * Makes the database on an instance, as its application would: it is in the binary log.
   *
   * @throws DataPlaneException if it is there already, or there is no database server
   */
  public static void load(DataPlane plane, String instanceId) {
    OwnerLogin login = plane.ownerLogin(instanceId);
    try (Connection connection =
        Connections.open(
            login.host(), login.port(), new Credentials(login.user(), login.password()))) {
      Query.run(connection, statements());
    } catch (SQLException e) {
      throw new DataPlaneException("The sample database extras could not be made.", e);
    }
  }

  private static String[] statements() {
    try (InputStream in =
        SampleExtras.class.getResourceAsStream("/io/rdsrestore/sandbox/dataplane/extras.sql")) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(script.split("\n//\n", -1)).map(String::strip).toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("extras.sql cannot be read", e);
    }
  }
}
