package io.rdsrestore.worker.cli;

import com.uber.m3.tally.Scope;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.worker.temporal.TemporalSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What every command has: its help, and how to reach Temporal; everything else comes from
 * temporal.toml and TEMPORAL_*.
 */
public final class ConnectionOptions {
  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      description = "Temporal server (default: temporal.toml, TEMPORAL_ADDRESS, 127.0.0.1:7233).")
  private String address;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Temporal namespace (default: temporal.toml, TEMPORAL_NAMESPACE, default).")
  private String namespace;

  /** What was said of it, for a command that is printed to be run next. */
  String said() {
    return option(" --address ", address) + option(" --namespace ", namespace);
  }

  private static String option(String name, String value) {
    return value == null ? "" : name + value;
  }

  TemporalConnection connect() {
    return TemporalConnection.open(new TemporalSettings(address, namespace));
  }

  TemporalConnection connectForWorker(Scope metrics) {
    return TemporalConnection.openForWorker(new TemporalSettings(address, namespace), metrics);
  }
}
