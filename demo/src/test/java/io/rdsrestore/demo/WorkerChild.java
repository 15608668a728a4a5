package io.rdsrestore.demo;

import io.rdsrestore.worker.RdsRestore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker in a process of its own, with the product's own logging, at TRACE. */
public final class WorkerChild implements AutoCloseable {
  private static final Pattern PAGES = Pattern.compile("pages at (http://[^/]+)/readyz");

  private final Process process;
  private final Path log;
  private final String pages;

  /** Starts one, and waits until it polls. */
  public WorkerChild(Path folder, String temporal, String cloud, Map<String, String> environment)
      throws IOException {
    this(folder, temporal, cloud, environment, List.of());
  }

  /**
   * Likewise.
   *
   * @param options further ones of the command
   */
  public WorkerChild(
      Path folder,
      String temporal,
      String cloud,
      Map<String, String> environment,
      List<String> options)
      throws IOException {
    log = Files.createTempFile(folder, "worker", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            new ArrayList<>(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dlogback.configurationFile=logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RdsRestore.class.getName(),
                    "worker",
                    "--address",
                    temporal,
                    "--metrics-port",
                    "0",
                    "--cloud-endpoint",
                    cloud)));
    builder.command().addAll(options);
    builder.environment().putAll(environment);
    builder.environment().put("RDS_RESTORE_LOG_LEVEL", "TRACE");
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Waiting.until("the worker's pages", Duration.ofSeconds(60), () -> find() != null);
    pages = find();
    Waiting.until("the worker", Duration.ofSeconds(60), () -> page("/readyz").startsWith("ready"));
  }

  private String find() {
    if (!process.isAlive()) {
      throw new AssertionError("the worker has ended: " + log());
    }
    Matcher matcher = PAGES.matcher(log());
    return matcher.find() ? matcher.group(1) : null;
  }

  /** What it has logged so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of it, such as {@code /metrics}. */
  public String page(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(pages + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
