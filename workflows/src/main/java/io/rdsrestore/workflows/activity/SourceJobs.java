package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * The DTS jobs that read an instance and have not ended.
 *
 * @param jobs at most {@link #MAX}
 * @param more how many more there are
 * @param unknownBecause why not all kinds of jobs could be looked at; null if they could
 */
public record SourceJobs(List<SourceJob> jobs, int more, String unknownBecause) {
  /** How many are named. */
  public static final int MAX = 20;
}
