package io.rdsrestore.worker.policy;

import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.config.StrictFile;
import io.rdsrestore.workflows.policy.Policy;
import java.nio.file.Path;

/** The file that says what a worker refuses. */
public final class PolicyFile {
  private PolicyFile() {}

  /**
   * Reads it.
   *
   * @throws UserError that names every problem
   */
  public static Policy read(Path file) {
    return StrictFile.read(file, "policy", PolicyReader::read, (policy, problems) -> {});
  }
}
