package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopyListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt at copying: how far it is, and the way to stop it. Safe for threads. */
final class CopyRun implements CopyListener {
  private final AtomicBoolean stop = new AtomicBoolean();
  private volatile double structureFraction;
  private volatile double rowsFraction;
  private volatile long rowsDone;
  private volatile CompletableFuture<Void> outcome = new CompletableFuture<>();

  @Override
  public void structure(long done, long total) {
    structureFraction = total == 0 ? 1 : (double) done / total;
  }

  @Override
  public void rows(long done, long total) {
    structureFraction = 1;
    rowsFraction = total == 0 ? 1 : (double) done / total;
    rowsDone = done;
  }

  @Override
  public boolean shouldStop() {
    return stop.get();
  }

  void stop() {
    stop.set(true);
  }

  void setOutcome(CompletableFuture<Void> future) {
    outcome = future;
  }

  CompletableFuture<Void> outcome() {
    return outcome;
  }

  double structureFraction() {
    return structureFraction;
  }

  double rowsFraction() {
    return rowsFraction;
  }

  long rowsDone() {
    return rowsDone;
  }
}
