package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopyLimit;
import io.rdsrestore.sandbox.dataplane.CopyListener;
import io.rdsrestore.sandbox.dataplane.CopyPosition;
import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.dataplane.DataPlaneException;
import io.rdsrestore.sandbox.http.FaultRule;
import java.time.Duration;

/** What happens to the databases in the middle of a copy, once some rows are there. */
final class CopyAccident implements CopyListener {
  /** So few rows are copied at once: then the middle is before the first. */
  private static final long FEW_ROWS = 500;

  private final FaultRule fault;
  private final CopySpec spec;
  private final DataPlane dataPlane;
  private final CopyListener listener;
  private boolean happened;

  CopyAccident(FaultRule fault, CopySpec spec, DataPlane dataPlane, CopyListener listener) {
    this.fault = fault;
    this.spec = spec;
    this.dataPlane = dataPlane;
    this.listener = listener;
  }

  /** If not, the copy just fails, and the databases have no part in it. */
  boolean isOfDatabases() {
    return FaultRule.Effect.OF_DATABASES.contains(fault.effect());
  }

  @Override
  public void structure(long done, long total) {
    listener.structure(done, total);
  }

  @Override
  public void rows(long done, long total) {
    listener.rows(done, total);
    if (!happened && (done > 0 || total <= FEW_ROWS)) {
      happened = true;
      happen();
    }
  }

  @Override
  public CopyLimit limit() {
    return listener.limit();
  }

  @Override
  public CopyPosition position() {
    return listener.position();
  }

  @Override
  public boolean shouldStop() {
    return listener.shouldStop();
  }

  /** The copy learns of a dead server or a lock by itself; the rest is told to it. */
  void happen() {
    String primary = spec.target().instanceId();
    Duration time = Duration.ofMillis(fault.ms());
    switch (fault.effect()) {
      case serverDown -> dataPlane.crash(primary, time);
      case lockWait -> dataPlane.lock(primary, time);
      case deadlock ->
          throw new DataPlaneException(
              "DTS-30020 Execute sql error: (conn=1) Deadlock found when trying to get lock; try"
                  + " restarting transaction");
      case diskFull ->
          throw new DataPlaneException(
              "DTS-30020 Execute sql error: Disk full (/data); waiting for someone to free some"
                  + " space... (errno: 28 \"No space left on device\")");
      case error, reset, noAnswer, html502, delay, successFalse, trickle, hide, flap ->
          throw new DataPlaneException(fault.code());
    }
  }
}
