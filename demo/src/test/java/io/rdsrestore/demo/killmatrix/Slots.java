package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.temporal.DevServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs cells side by side, each in a slot of its own, after the calm runs of their stories. */
final class Slots implements AutoCloseable {
  private static final int AT_ONCE = Integer.getInteger("rds-restore.kill.slots", 8);
  private static final int KEY_BYTES = 24;

  /** So many starts of a worker are quicker together with one that is watched before. */
  static final int WORTH_LEARNING = 12;

  private final DevServer temporal;
  private final Restartable restartable;
  private final Clouds clouds;
  private final BlockingQueue<Slot> free = new LinkedBlockingQueue<>();
  private final List<Slot> all = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Threads.daemons("cell"));
  private final Map<Story, CompletableFuture<Ending>> calm = new EnumMap<>(Story.class);
  private final Map<Cell, CompletableFuture<Ending>> endings = new LinkedHashMap<>();

  /** Begins to run all of these. */
  Slots(Path binary, List<Cell> cells, PrimaryKind kind) {
    String key = HexFormat.of().formatHex(new SecureRandom().generateSeed(KEY_BYTES));
    TreeSet<Story> stories = new TreeSet<>(cells.stream().map(Cell::story).toList());
    clouds = new Clouds(stories, cells.size() + 1, kind);
    Path log = newLog();
    WorkerCode code = WorkerCode.in(newFolder());
    temporal = DevServer.start(binary, namespaces());
    for (int i = 0; i < AT_ONCE; i++) {
      Slot slot =
          new Slot(
              temporal.address(),
              namespace(i),
              key,
              code,
              log,
              address -> {
                throw new UnsupportedOperationException("others are at it, too");
              });
      all.add(slot);
      free.add(slot);
    }
    restartable = new Restartable(binary);
    if (cells.size() >= WORTH_LEARNING) {
      learn(stories.first());
    }
    for (Story story : stories) {
      calm.computeIfAbsent(story, one -> run(Cell.calm(one)));
    }
    for (Cell cell : longestFirst(cells)) {
      if (cell.what() == Deed.TEMPORAL_RESTARTED) {
        Slot slot = new Slot(restartable.start(), "default", key, code, log, restartable::restart);
        all.add(slot);
        endings.put(
            cell,
            CompletableFuture.supplyAsync(
                () -> runIn(slot, cell), Executors.newCachedThreadPool(Threads.daemons("alone"))));
      } else {
        endings.put(cell, run(cell));
      }
    }
  }

  /** Those that wait for a time-out would else hold up the end. */
  private static List<Cell> longestFirst(List<Cell> cells) {
    return cells.stream()
        .sorted(
            Comparator.comparing(
                cell -> cell.what() != Blow.NO_ANSWER && cell.what() != Blow.KILL_UNNOTICED))
        .toList();
  }

  /** A calm run before all others: its worker leaves behind what makes others start fast. */
  private void learn(Story story) {
    Slot slot = free.element();
    slot.addLearningWorker();
    try {
      calm.put(story, CompletableFuture.completedFuture(runIn(slot, Cell.calm(story))));
    } catch (IllegalStateException e) {
      calm.put(story, CompletableFuture.failedFuture(e));
    }
    slot.stopWorkers();
  }

  private static String namespace(int slot) {
    return "kill-" + slot;
  }

  private static List<String> namespaces() {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      arguments.addAll(List.of("--namespace", namespace(i)));
    }
    return arguments;
  }

  private static Path newFolder() {
    try {
      return Files.createDirectories(Path.of("target", "kill-matrix-worker"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newLog() {
    try {
      Path log = Path.of("target", "kill-matrix-workers.log");
      Files.deleteIfExists(log);
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CompletableFuture<Ending> run(Cell cell) {
    return CompletableFuture.supplyAsync(
        () -> {
          Slot slot = free.remove();
          try {
            return runIn(slot, cell);
          } finally {
            free.add(slot);
          }
        },
        threads);
  }

  private Ending runIn(Slot slot, Cell cell) {
    Ending ending =
        new CellRun(cell, slot, clouds.of(cell.story()), clouds.primary(cell.story())).run();
    System.out.println("kill matrix: ended " + cell.id());
    return ending;
  }

  /** Whether a cell of this story runs. */
  boolean isRun(Story story) {
    return calm.containsKey(story);
  }

  /** How a story ends undisturbed. */
  Ending calm(Story story) {
    return calm.get(story).join();
  }

  /** Waits for the end of a cell; all that was not as it has to be. */
  List<String> complaints(Cell cell) {
    CloudLook cloud = new CloudLook(clouds.of(cell.story()));
    try {
      Ending undisturbed = calm(cell.story());
      List<String> complaints =
          new ArrayList<>(undisturbed.complaints(Cell.calm(cell.story()), cloud, null));
      complaints.addAll(endings.get(cell).join().complaints(cell, cloud, undisturbed));
      return complaints;
    } catch (CompletionException e) {
      return List.of(String.valueOf(e.getCause()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    all.forEach(Slot::close);
    temporal.close();
    restartable.close();
    clouds.close();
  }
}
