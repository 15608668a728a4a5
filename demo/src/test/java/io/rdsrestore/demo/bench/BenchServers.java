package io.rdsrestore.demo.bench;

import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Two servers of the sandbox, as it always starts them.
 *
 * @param source where the rows are as they should be
 * @param target where the copy is
 */
record BenchServers(MariaDbDataPlane plane, BenchServer source, BenchServer target)
    implements AutoCloseable {

  static BenchServers start(Path work) throws IOException {
    MariaDbDataPlane plane = MariaDbDataPlane.create(Files.createDirectory(work.resolve("data")));
    return new BenchServers(
        plane, server(plane, work, "rm-source"), server(plane, work, "rm-target"));
  }

  private static BenchServer server(MariaDbDataPlane plane, Path work, String instance)
      throws IOException {
    plane.startSamplePrimary(instance);
    return new BenchServer(
        plane.ownerLogin(instance),
        Files.writeString(
            work.resolve(instance + ".password"), plane.ownerLogin(instance).password()));
  }

  /** What both answer to the same, asked at the same time. */
  record Answers<T>(T source, T target) {}

  <T> Answers<T> together(Function<BenchServer, T> question) {
    CompletableFuture<T> other = CompletableFuture.supplyAsync(() -> question.apply(target));
    return new Answers<>(question.apply(source), other.join());
  }

  @Override
  public void close() {
    plane.close();
  }
}
