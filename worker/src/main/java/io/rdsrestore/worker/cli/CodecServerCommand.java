package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.encryption.CodecServer;
import io.rdsrestore.worker.encryption.PayloadKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets Temporal's own tools read encrypted restores. */
@Command(
    name = "codec-server",
    description = {
      "Decrypts payloads for Temporal's command line and Web UI, until Ctrl-C.",
      "Whoever reaches its port can read every restore: leave it on loopback.",
      "The keys are those of the workers: RDS_RESTORE_PAYLOAD_KEYS=file:PATH."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore codec-server --allow-origin http://127.0.0.1:8233",
      "  temporal workflow query --codec-endpoint http://127.0.0.1:8234 \\",
      "    --workflow-id restore/rm-primary01 --type status"
    })
public final class CodecServerCommand implements Callable<Integer> {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where it listens (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8234",
      description = "Its port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      split = ",",
      defaultValue = "http://127.0.0.1:8233,http://localhost:8233",
      description = "Web UIs whose pages may ask (default: ${DEFAULT-VALUE}).")
  private Set<String> origins;

  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PayloadKeys keys = PayloadKeys.load(System.getenv(PayloadKeys.VARIABLE));
    if (keys.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "There is no key to decrypt with: set %s=file:PATH.".formatted(PayloadKeys.VARIABLE));
    }
    try (CodecServer server = CodecServer.start(address(), keys, origins)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          "Codec server at http://%s:%d with %s."
              .formatted(host, server.address().getPort(), keys));
      out.flush();
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "codec-server-stop"));
      stop.await();
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UserError(
          ExitCode.FAILED,
          "The codec server cannot listen at %s:%d (%s): choose another with --port or --host."
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  @SuppressWarnings("AddressSelection") // An address to listen at: one is meant.
  private InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }
}
