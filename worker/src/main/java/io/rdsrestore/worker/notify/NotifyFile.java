package io.rdsrestore.worker.notify;

import io.rdsrestore.activities.notify.ChannelAddress;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.config.StrictFile;
import io.rdsrestore.workflows.request.RequestProblem;
import java.nio.file.Path;

/** The file that says whom a worker tells. */
public final class NotifyFile {
  private NotifyFile() {}

  /**
   * Reads it, and looks whether all that it refers to is there.
   *
   * @throws UserError that names every problem, and no value
   */
  public static NotifySettings read(Path file, SecretResolver secrets) {
    return StrictFile.read(
        file,
        "notification",
        NotifySettingsReader::read,
        (settings, problems) ->
            settings
                .channels()
                .values()
                .forEach(
                    channel ->
                        ChannelAddress.problem(channel, secrets)
                            .map(what -> new RequestProblem("channels." + channel.name(), what))
                            .ifPresent(problems::add)));
  }
}
