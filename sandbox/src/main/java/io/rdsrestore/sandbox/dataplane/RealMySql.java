package io.rdsrestore.sandbox.dataplane;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The real MySQL servers that tests on this machine can use. {@code .ci/mysqld} unpacks them;
 * environment variables name their folders.
 */
public final class RealMySql {
  /** Where this is {@code true} a missing server is a failure, not a reason to skip. */
  static final String REQUIRED = "RDS_RESTORE_REQUIRE_MYSQL";

  private static final Map<String, String> FOLDERS =
      Map.of(
          "5.5", "RDS_RESTORE_MYSQLD_55",
          "5.6", "RDS_RESTORE_MYSQLD_56",
          "5.7", "RDS_RESTORE_MYSQLD_57",
          "8.0", "RDS_RESTORE_MYSQLD_80");

  private RealMySql() {}

  /**
   * The server of a version, if there is one.
   *
   * @param series {@code 5.5}, {@code 5.6}, {@code 5.7} or {@code 8.0}
   * @throws IllegalStateException if there is none, but tests must not be skipped here
   * @throws IllegalArgumentException if what is named is no server of that version
   */
  public static Optional<DatabaseProgram> find(String series) {
    return folder(series).map(folder -> ofVersion(series, folder));
  }

  /** Its folder, as {@code --mysqld} takes it; see {@link #find}. */
  public static Optional<Path> folder(String series) {
    return folder(series, System.getenv());
  }

  static Optional<Path> folder(String series, Map<String, String> environment) {
    String variable = FOLDERS.get(series);
    String folder = environment.getOrDefault(variable, "");
    if (folder.isEmpty() && "true".equals(environment.get(REQUIRED))) {
      throw new IllegalStateException(variable + " is not set, see .ci/mysqld");
    }
    return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
  }

  private static DatabaseProgram ofVersion(String series, Path folder) {
    DatabaseProgram program = DatabaseProgram.unpackedIn(folder);
    if (!program.kind().engineVersion().equals(series)) {
      throw new IllegalArgumentException(
          FOLDERS.get(series) + " names " + program.title() + ", not MySQL " + series);
    }
    return program;
  }
}
