package io.rdsrestore.demo.simulation;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.simulation.Simulation.Result;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Many seeds, some at a time. */
final class Seeds {
  private static final int AT_A_TIME = 4;
  private static final int MOST_ATTEMPTS = 3;

  private static final Map<Calm, Long> CALM = new ConcurrentHashMap<>();

  /** What calls are counted for. */
  private record Calm(Wish wish, PrimaryKind kind) {}

  private final Defect defect;
  private final PrimaryKind kind;

  private final AtomicInteger stuck = new AtomicInteger();

  Seeds(Defect defect, PrimaryKind kind) {
    this.defect = defect;
    this.kind = kind;
  }

  List<Result> run(long first, int count) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Result>> running =
          LongStream.range(first, first + count)
              .mapToObj(seed -> threads.submit(() -> one(seed)))
              .toList();
      return running.stream().map(Seeds::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  /** How many seeds it takes to find the defect; 0 if that many do not. */
  long firstViolation(long first, int most) {
    for (long seed = first; seed < first + most; seed++) {
      if (!one(seed).violations().isEmpty()) {
        return seed - first + 1;
      }
    }
    return 0;
  }

  private Result one(long seed) {
    Schedule schedule = Schedule.of(seed);
    for (int attempt = 1; ; attempt++) {
      try {
        return Simulation.run(schedule, defect, kind, calmCalls(schedule));
      } catch (ServerStuckException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        stuck.incrementAndGet();
      }
    }
  }

  /** How often a seed was begun again, since the test server had lost a task. */
  int begunAgain() {
    return stuck.get();
  }

  /** Calls of the calm run of the same request, which is the same for many seeds. */
  private long calmCalls(Schedule schedule) {
    return CALM.computeIfAbsent(
        new Calm(schedule.wish().inPeace(), kind),
        same -> Simulation.run(schedule.calm(), Defect.NONE, kind, 100_000).seen().calls());
  }

  private static Result result(Future<Result> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
