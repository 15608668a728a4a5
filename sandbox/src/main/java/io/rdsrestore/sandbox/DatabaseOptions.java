package io.rdsrestore.sandbox;

import io.rdsrestore.sandbox.dataplane.DataPlaneException;
import io.rdsrestore.sandbox.dataplane.DatabaseProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which database server stands behind the instances, on the command line. */
public final class DatabaseOptions {
  @Option(
      names = "--mysqld",
      paramLabel = "DIR",
      description =
          "Folder of an unpacked server to use for the databases, with bin/mysqld and share in it:"
              + " MySQL 5.5, 5.6, 5.7 or 8.0, or MariaDB 11.4 (bin/mariadbd). RDS shows the version that it"
              + " has. Without it: the MariaDB 11.4 that comes along, shown as MySQL 5.7.")
  private Path folder;

  @Option(
      names = "--mysqld-option",
      paramLabel = "OPTION",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description =
          "One more option for each server, for example"
              + " --mysqld-option=--default-time-zone=+05:30. Can be repeated.")
  private List<String> options = new ArrayList<>();

  /**
   * The server that was asked for.
   *
   * @throws ParameterException if it cannot be used
   */
  public DatabaseProgram program(CommandLine command) {
    try {
      DatabaseProgram program =
          folder == null ? DatabaseProgram.mariaDb() : DatabaseProgram.unpackedIn(folder);
      return program.withOptions(options);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "--mysqld: " + e.getMessage(), e);
    } catch (DataPlaneException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }
}
