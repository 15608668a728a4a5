package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.policy.PolicyFile;
import io.rdsrestore.workflows.policy.Policy;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a worker lets nobody do. */
public final class PolicyOptions {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      defaultValue = "${env:RDS_RESTORE_POLICY}",
      description =
          "What no request may ask for and nobody may decide (RDS_RESTORE_POLICY; default: no"
              + " rules). JSON: docs/policy.md.")
  private Path file;

  /** Empty if there are no rules. */
  Optional<Policy> policy() {
    return file == null || file.toString().isBlank()
        ? Optional.empty()
        : Optional.of(PolicyFile.read(file));
  }
}
