package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.audit.AuditSettings;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.worker.audit.AuditSettingsFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a worker keeps its audit. */
public final class AuditOptions {
  @Option(
      names = "--audit",
      paramLabel = "FILE",
      defaultValue = "${env:RDS_RESTORE_AUDIT}",
      description =
          "Where each decision and each end is written down (RDS_RESTORE_AUDIT; default: nowhere"
              + " but in the report). JSON: docs/policy.md.")
  private Path file;

  /** Empty if none is kept. */
  Optional<AuditSettings> settings(SecretResolver secrets) {
    return file == null || file.toString().isBlank()
        ? Optional.empty()
        : Optional.of(AuditSettingsFile.read(file, secrets));
  }
}
