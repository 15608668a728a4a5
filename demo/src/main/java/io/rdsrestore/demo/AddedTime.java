package io.rdsrestore.demo;

import io.rdsrestore.sandbox.Sandbox;
import java.time.Duration;

/** What the restore added to the time that the cloud took and the person took. */
final class AddedTime {
  private AddedTime() {}

  static double of(LostTableStory.Ending ending, Sandbox sandbox) {
    return Duration.between(ending.report().startedAt(), ending.report().endedAt()).toMillis()
        / 1000.0;
  }
}
