package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.worker.notify.NotifyFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom a worker tells. */
public final class NotifyOptions {
  @Option(
      names = "--notify",
      paramLabel = "FILE",
      defaultValue = "${env:RDS_RESTORE_NOTIFY}",
      description =
          "Who is told when a restore waits or ends (RDS_RESTORE_NOTIFY; default: nobody). JSON:"
              + " docs/notifications.md.")
  private Path file;

  /** Empty if nobody is told. */
  Optional<NotifySettings> settings(SecretResolver secrets) {
    return file == null || file.toString().isBlank()
        ? Optional.empty()
        : Optional.of(NotifyFile.read(file, secrets));
  }
}
