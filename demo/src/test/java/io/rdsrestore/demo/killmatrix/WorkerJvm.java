package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.World;
import io.rdsrestore.worker.RdsRestore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker process of its own: what {@code ./rds-restore worker} becomes. */
final class WorkerJvm implements AutoCloseable {
  private static final List<String> SMALL =
      List.of("-Xmx160m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;

  private WorkerJvm(Process process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param code arguments for its JVM that say what it is made of
   * @param temporal host and port
   * @param cloud where RDS and DTS are
   * @param accountKey the same for all workers
   * @param log what it prints is appended here
   */
  static WorkerJvm start(
      List<String> code,
      String temporal,
      String namespace,
      String cloud,
      String accountKey,
      Path log) {
    return start(code, temporal, namespace, cloud, accountKey, log, Map.of());
  }

  /**
   * Likewise.
   *
   * @param configured what its environment says beside
   */
  static WorkerJvm start(
      List<String> code,
      String temporal,
      String namespace,
      String cloud,
      String accountKey,
      Path log,
      Map<String, String> configured) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(code);
    command.addAll(
        List.of(
            RdsRestore.class.getName(),
            "worker",
            "--address",
            temporal,
            "--namespace",
            namespace,
            "--cloud-endpoint",
            cloud,
            "--metrics-port",
            "0"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                World.ACCESS_KEY_ID,
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                World.ACCESS_KEY_SECRET,
                "RDS_RESTORE_ACCOUNT_KEY",
                accountKey,
                "RDS_RESTORE_LOG_LEVEL",
                "WARN"));
    builder.environment().putAll(configured);
    try {
      WorkerJvm worker = new WorkerJvm(builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(worker.process::destroyForcibly));
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException("no worker process", e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Signal 15: it says good-bye. */
  void stop() {
    process.destroy();
    awaitEnd("15");
  }

  /** Signal 9. */
  void kill() {
    process.destroyForcibly();
    awaitEnd("9");
  }

  private void awaitEnd(String signal) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("worker %d survives signal %s".formatted(pid(), signal));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
