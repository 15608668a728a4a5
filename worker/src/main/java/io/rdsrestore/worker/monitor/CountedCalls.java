package io.rdsrestore.worker.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.rdsrestore.activities.cloud.FailedCall;
import io.rdsrestore.activities.cloud.FailedCalls;
import java.util.Locale;

/** Counts failed calls to the cloud. */
public final class CountedCalls implements FailedCalls {
  private static final String NAME = "rds.restore.cloud.calls.failed";

  private final MeterRegistry registry;

  public CountedCalls(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void failed(FailedCall call) {
    registry
        .counter(
            NAME,
            "service",
            call.service(),
            "action",
            call.action(),
            "code",
            call.code(),
            "class",
            call.errorClass().name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
