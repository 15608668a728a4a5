package io.rdsrestore.worker.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the worker takes work, and if not, why. */
final class Readiness {
  private final CountDownLatch firstReady = new CountDownLatch(1);
  private volatile String reason = "starting";

  /** Null once it is ready. */
  String reason() {
    return reason;
  }

  boolean isReady() {
    return reason == null;
  }

  void notReady(String why) {
    reason = why;
  }

  void ready() {
    reason = null;
    firstReady.countDown();
  }

  boolean awaitFirst(long timeout, TimeUnit unit) throws InterruptedException {
    return firstReady.await(timeout, unit);
  }
}
