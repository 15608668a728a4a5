package io.rdsrestore.sandbox.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds calls back for injected delays; closing lets all go. */
final class Pause implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);

  void hold(Duration time) {
    try {
      var unused = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
