package io.rdsrestore.worker.audit;

import io.rdsrestore.activities.audit.AuditSettings;
import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelAddress;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.config.StrictFile;
import io.rdsrestore.worker.notify.ChannelsReader;
import io.rdsrestore.workflows.request.JsonField;
import io.rdsrestore.workflows.request.RequestProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that says where a worker keeps its audit. */
public final class AuditSettingsFile {
  private static final int LONGEST = 300;

  private AuditSettingsFile() {}

  /**
   * Reads it, and looks whether all that it refers to is there.
   *
   * @throws UserError that names every problem, and no value
   */
  public static AuditSettings read(Path file, SecretResolver secrets) {
    return StrictFile.read(
        file,
        "audit configuration",
        AuditSettingsFile::parse,
        (settings, problems) -> inspect(settings, secrets, problems));
  }

  private static AuditSettings parse(JsonField root) {
    if (!root.isRequiredObject()) {
      return null;
    }
    root.knows("file", "webhook");
    if (root.child("file").isAbsent() && root.child("webhook").isAbsent()) {
      root.problem("it says neither file nor webhook: nothing would be kept");
    }
    return new AuditSettings(file(root.child("file")), webhook(root.child("webhook")));
  }

  private static Path file(JsonField field) {
    Optional<Path> file = field.text(LONGEST).map(Path::of);
    file.filter(path -> !path.isAbsolute())
        .ifPresent(
            path -> field.problem("must be absolute, like /var/log/rds-restore/audit.jsonl"));
    return file.orElse(null);
  }

  private static Channel webhook(JsonField field) {
    if (!field.isObject()) {
      return null;
    }
    field.knows("url", "secret");
    return new Channel(
        "webhook",
        ChannelKind.WEBHOOK,
        reference(field.child("url")),
        reference(field.child("secret")),
        List.of());
  }

  private static String reference(JsonField field) {
    return ChannelsReader.reference(field, field.requiredText(LONGEST)).orElse(null);
  }

  private static void inspect(
      AuditSettings settings, SecretResolver secrets, List<RequestProblem> problems) {
    if (settings.webhook() != null) {
      ChannelAddress.problem(settings.webhook(), secrets)
          .map(what -> new RequestProblem("webhook", what))
          .ifPresent(problems::add);
    }
    if (settings.file() != null && !mayBeWritten(settings.file())) {
      problems.add(
          new RequestProblem(
              "file",
              "this worker cannot write %s: is its folder there?".formatted(settings.file())));
    }
  }

  private static boolean mayBeWritten(Path file) {
    return Files.exists(file)
        ? Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file)
        : file.getParent() != null && Files.isWritable(file.getParent());
  }
}
