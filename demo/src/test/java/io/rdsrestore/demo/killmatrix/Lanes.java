package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.World;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs cells with databases side by side, each in a lane of its own. */
final class Lanes implements AutoCloseable {
  private static final int AT_ONCE = Integer.getInteger("rds-restore.kill.lanes", 2);
  private static final String ACCOUNT_KEY = "the-same-key-for-all-workers-of-this-test";

  private final DevServer temporal;
  private final BlockingQueue<Lane> free = new LinkedBlockingQueue<>();
  private final List<Lane> all = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Threads.daemons("lane"));
  private final Map<Cell, CompletableFuture<List<String>>> endings = new LinkedHashMap<>();

  /** Begins to run all of these; files go into the folder. */
  Lanes(Path binary, Path folder, List<Cell> cells) {
    List<String> namespaces = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      namespaces.addAll(List.of("--namespace", namespace(i)));
    }
    temporal = DevServer.start(binary, namespaces);
    WorkerCode code = WorkerCode.in(folder);
    for (int i = 0; i < Math.min(AT_ONCE, cells.size()); i++) {
      Sandbox sandbox = sandbox(folder.resolve("databases-" + i));
      Slot slot =
          new Slot(
              temporal.address(),
              namespace(i),
              ACCOUNT_KEY,
              code,
              Path.of("target", "kill-with-databases-workers.log"),
              address -> {
                throw new UnsupportedOperationException("others are at it, too");
              });
      all.add(new Lane(sandbox, slot));
    }
    free.addAll(all);
    if (cells.size() >= Slots.WORTH_LEARNING) {
      all.get(0).learn();
    }
    cells.forEach(
        cell -> endings.put(cell, CompletableFuture.supplyAsync(() -> run(cell), threads)));
  }

  private static String namespace(int lane) {
    return "lane-" + lane;
  }

  private static Sandbox sandbox(Path folder) {
    Sandbox sandbox =
        Sandbox.builder()
            .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
            .timings(SandboxTimings.instant())
            .dataPlane(MariaDbDataPlane.create(folder))
            .build()
            .start();
    // From now on it is this instant, though the damage is done some time later.
    assertThat(Story.BEFORE_DAMAGE).isBefore(Instant.now());
    return sandbox;
  }

  private List<String> run(Cell cell) {
    Lane lane = free.remove();
    Instant began = Instant.now();
    try {
      return lane.complaints(cell);
    } finally {
      free.add(lane);
      System.out.printf(
          "kill matrix with databases: ended %s after %d s%n",
          cell.id(), Instant.now().getEpochSecond() - began.getEpochSecond());
    }
  }

  /** Waits for the end of a cell; all that was not as it has to be. */
  List<String> complaints(Cell cell) {
    try {
      return endings.get(cell).join();
    } catch (CompletionException e) {
      return List.of(String.valueOf(e.getCause()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    all.forEach(Lane::close);
    temporal.close();
  }
}
