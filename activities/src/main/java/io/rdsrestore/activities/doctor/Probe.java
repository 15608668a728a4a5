package io.rdsrestore.activities.doctor;

import com.aliyuncs.AcsRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * A call that changes nothing and shows whether its action is allowed.
 *
 * @param action as RAM names it
 * @param needs what there has to be for it; null: nothing
 * @param request made from what is known; empty if that is not there
 */
record Probe(String action, String needs, Function<Known, Optional<AcsRequest<?>>> request) {

  /** One that needs no more than the region. */
  static Probe of(String action, Function<Known, AcsRequest<?>> request) {
    return new Probe(action, null, known -> Optional.of(request.apply(known)));
  }

  /** One that needs an instance. */
  static Probe onInstance(String action, Function<Known, AcsRequest<?>> request) {
    return new Probe(
        action,
        "an RDS instance in the region; name one with --instance",
        known -> Optional.ofNullable(known.instanceId()).map(id -> request.apply(known)));
  }

  /** One that needs a migration job. */
  static Probe onJob(String action, Function<Known, AcsRequest<?>> request) {
    return new Probe(
        action,
        "a DTS migration job in the region",
        known -> Optional.ofNullable(known.jobId()).map(id -> request.apply(known)));
  }
}
