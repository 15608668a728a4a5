package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.activity.SchemaFacts;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** How the reads of a plan are run: as activities of a workflow, or directly by a command. */
public interface PlanReads {

  /**
   * RDS.
   *
   * @param summary what is read, for people
   */
  RdsActivities rds(String summary);

  /** DTS, likewise. */
  DtsActivities dts(String summary);

  /** The servers themselves, likewise. */
  DatabaseActivities databases(String summary);

  /** The primary itself; does not return if there is none. */
  InstanceFacts readPrimary(InstanceReference primary);

  /**
   * A read that the plan cannot do without.
   *
   * @param what it does, as the object of "could not"
   */
  <T> T must(String what, Supplier<T> read);

  /**
   * A look into the primary with an existing account. A restore cannot do without the password; a
   * command may run where it is not known, and takes that for not getting in.
   */
  SchemaFacts lookInto(Supplier<SchemaFacts> read);

  /** Runs them side by side and waits for all of them. */
  void together(List<Runnable> reads);

  /** The time now. */
  Instant now();
}
