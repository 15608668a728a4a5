package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.notify.Postman;
import io.rdsrestore.activities.secret.Secrets;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.notify.Notices;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends a test message to every channel that a route or the escalation names. */
@Command(
    name = "notify-test",
    description = {
      "Sends a test message to every channel that a route or the escalation names.",
      "Says what each receiver answered. Needs no Temporal and no cloud; run it where the worker runs."
    },
    footer = {"", "Example:", "  rds-restore notify-test --notify notify.json"})
public final class NotifyTestCommand implements Callable<Integer> {
  /** Of the Web UI, in a link that this message does not have. */
  private static final String NO_NAMESPACE = "default";

  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @Mixin private NotifyOptions notify;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Secrets secrets = Secrets.onThisWorker();
    NotifySettings settings =
        notify
            .settings(secrets)
            .orElseThrow(
                () ->
                    new UserError(
                        ExitCode.USAGE, "Say who is told: --notify FILE or RDS_RESTORE_NOTIFY."));
    Postman postman = new Postman(settings, secrets, Clock.systemUTC());
    // All at once: each that hangs would else cost its time-out.
    List<CompletableFuture<Tried>> sent = new ArrayList<>();
    severities(settings.routes())
        .forEach(
            (name, severity) -> sent.add(tryOut(postman, settings.channels().get(name), severity)));
    List<Tried> tried = sent.stream().map(CompletableFuture::join).toList();
    if (output.isJson()) {
      output.json(tried);
    } else {
      tried.forEach(
          one ->
              output.line(
                  one.failure() == null
                      ? "%s (%s): taken".formatted(one.channel(), one.kind())
                      : "%s (%s): FAILED, %s".formatted(one.channel(), one.kind(), one.failure())));
    }
    return tried.stream().allMatch(one -> one.failure() == null) ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Each channel with the first severity that goes to it; an escalation is urgent. */
  private static Map<String, Severity> severities(NotifyRoutes routes) {
    Map<String, Severity> severities = new LinkedHashMap<>();
    Stream.of(Severity.values())
        .forEach(
            severity ->
                routes.of(severity, false).forEach(name -> severities.putIfAbsent(name, severity)));
    routes.escalation().forEach(name -> severities.putIfAbsent(name, Severity.URGENT));
    return severities;
  }

  private static CompletableFuture<Tried> tryOut(
      Postman postman, Channel channel, Severity severity) {
    Instant now = Instant.now();
    String id = "test/%s/%d".formatted(channel.name(), now.toEpochMilli());
    return postman
        .bring(Notices.ofTest(id, severity, false, now), channel, NO_NAMESPACE)
        .thenApply(
            outcome ->
                new Tried(
                    channel.name(), channel.kind().word(), severity.word(), outcome.failure()));
  }

  /**
   * What came of a channel.
   *
   * @param failure null: its receiver has taken the message
   */
  record Tried(String channel, String kind, String severity, String failure) {}
}
