package io.rdsrestore.demo.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How much of the heap is alive, garbage apart. */
final class LiveHeap {
  private static final long LOOK_EVERY_MILLIS = 200;

  private LiveHeap() {}

  /** By how many bytes it was more at its highest, while something ran, than before. */
  static long most(Runnable work) {
    CountDownLatch ended = new CountDownLatch(1);
    long before = now();
    CompletableFuture<Long> most = CompletableFuture.supplyAsync(() -> mostUntil(ended));
    try {
      work.run();
    } finally {
      ended.countDown();
    }
    return most.join() - before;
  }

  private static long mostUntil(CountDownLatch ended) {
    long most = now();
    try {
      while (!ended.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        most = Math.max(most, now());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return most;
  }

  private static long now() {
    Runtime.getRuntime().gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
