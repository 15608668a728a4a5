package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.temporal.DevServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  Slots(Path binary, List<Cell> cells) {
    String key = HexFormat.of().formatHex(new SecureRandom().generateSeed(KEY_BYTES));
    Set<Story> stories = new TreeSet<>(cells.stream().map(Cell::story).toList());
    clouds = new Clouds(stories, cells.size() + 1);
    Path log = newLog();
    temporal = DevServer.start(binary, namespaces());
    for (int i = 0; i < AT_ONCE; i++) {
      Slot slot =
          new Slot(
              temporal.address(),
              namespace(i),
              key,
              log,
              address -> {
                throw new UnsupportedOperationException("others are at it, too");
              });
      all.add(slot);
      free.add(slot);
    }
    restartable = new Restartable(binary);
    for (Story story : stories) {
      calm.put(story, run(Cell.calm(story)));
    }
    for (Cell cell : cells) {
      if (cell.what() == Deed.TEMPORAL_RESTARTED) {
        Slot slot = new Slot(restartable.start(), "default", key, log, restartable::restart);
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
    Oracle oracle = new Oracle(clouds.of(cell.story()));
    try {
      Ending undisturbed = calm(cell.story());
      List<String> complaints =
          new ArrayList<>(undisturbed.complaints(Cell.calm(cell.story()), oracle, null));
      complaints.addAll(endings.get(cell).join().complaints(cell, oracle, undisturbed));
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
