package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopyLimit;
import io.rdsrestore.sandbox.dataplane.CopyListener;
import io.rdsrestore.sandbox.dataplane.CopyPosition;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One attempt at copying: how far it is, and the way to stop it. Safe for threads. */
final class CopyRun implements CopyListener {
  private final Supplier<CopyLimit> limit;
  private final CopyPosition position;
  private final AtomicBoolean stop = new AtomicBoolean();
  private volatile double structureFraction;
  private volatile double rowsFraction;
  private volatile long rowsDone;
  private volatile CompletableFuture<Void> outcome = new CompletableFuture<>();

  /**
   * An attempt.
   *
   * @param limit the job's limit at the time of asking
   * @param position where to begin
   */
  CopyRun(Supplier<CopyLimit> limit, CopyPosition position) {
    this.limit = limit;
    this.position = position;
  }

  @Override
  public CopyLimit limit() {
    return limit.get();
  }

  @Override
  public CopyPosition position() {
    return position;
  }

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
