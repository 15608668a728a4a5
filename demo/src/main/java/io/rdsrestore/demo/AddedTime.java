package io.rdsrestore.demo;

import io.rdsrestore.sandbox.time.BusyTimes;
import io.rdsrestore.sandbox.time.BusyTimes.Interval;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a restore added to the time that the cloud took and the person took. */
final class AddedTime {
  private AddedTime() {}

  /**
   * In seconds.
   *
   * @param cloud when the cloud was busy
   * @param person when a person was waited for
   */
  static double seconds(RestoreReport report, List<Interval> cloud, List<Interval> person) {
    List<Interval> others = new ArrayList<>(cloud);
    others.addAll(person);
    Duration whole = Duration.between(report.startedAt(), report.endedAt());
    Duration own = whole.minus(BusyTimes.covered(others, report.startedAt(), report.endedAt()));
    return own.toMillis() / 1000.0;
  }
}
