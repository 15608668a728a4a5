package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.SourceJobs;
import java.util.List;

/**
 * What else was looked at around the primary; a null part was not.
 *
 * @param capacity room, load and whitelist
 * @param sourceJobs DTS jobs that read the primary
 * @param dtsAddresses that join the whitelist group
 * @param server what SQL tells, where the request names an account that exists
 */
public record Surroundings(
    CapacityFacts capacity, SourceJobs sourceJobs, List<String> dtsAddresses, SchemaFacts server) {

  /** Nothing was looked at, because an earlier check stops the plan. */
  public static Surroundings unknown() {
    return new Surroundings(null, null, List.of(), null);
  }
}
