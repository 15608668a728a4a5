package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.plan.PlanReads;
import io.temporal.workflow.Functions;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The reads of a plan as activities; a person is asked about those that fail. */
final class PlanActivities implements PlanReads {
  private final Steps steps;
  private final Function<InstanceReference, InstanceFacts> primary;

  PlanActivities(Steps steps, Function<InstanceReference, InstanceFacts> primary) {
    this.steps = steps;
    this.primary = primary;
  }

  @Override
  public RdsActivities rds(String summary) {
    return Steps.rds(ActivityPolicies.read(summary));
  }

  @Override
  public DtsActivities dts(String summary) {
    return Steps.dts(ActivityPolicies.read(summary));
  }

  @Override
  public DatabaseActivities databases(String summary) {
    return Steps.databases(ActivityPolicies.read(summary));
  }

  @Override
  public InstanceFacts readPrimary(InstanceReference reference) {
    return primary.apply(reference);
  }

  @Override
  public <T> T must(String what, Supplier<T> read) {
    return steps.must(what, read);
  }

  @Override
  public SchemaFacts lookInto(Supplier<SchemaFacts> read) {
    return must("look into the primary", read);
  }

  @Override
  public void together(List<Runnable> reads) {
    Steps.together(
        reads.stream().map(read -> (Functions.Proc) read::run).toArray(Functions.Proc[]::new));
  }

  @Override
  public Instant now() {
    return Clock.now();
  }
}
