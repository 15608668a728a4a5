package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.PlanReading;
import io.rdsrestore.workflows.plan.PlanReadings;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what a restore would do, and what would stop it. Reads only. */
@Command(
    name = "plan",
    description = {
      "Says what a restore would do, cost and change, and what would stop it, before anything is bought.",
      "It only reads: no Temporal server and no worker are needed, but the cloud credentials of one.",
      "What needs SQL is answered at once where the request names an existing account and this machine",
      "reaches the primary; else by the restore itself, before the clone is bought."
    },
    footer = {
      "",
      "Exit codes: 0 nothing stops it; 1 a blocker, or the cloud could not be read; 2 wrong usage.",
      "",
      "Examples:",
      "  rds-restore plan -f restore.json",
      "  rds-restore plan -f restore.json --json | jq '.checks[] | select(.status == \"blocker\")'"
    })
public final class PlanCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @Mixin private RequestFile file;
  @Mixin private OutputOptions output;
  @Mixin private CloudOptions cloud;
  @Mixin private PolicyOptions policy;

  @Override
  public Integer call() {
    String json = file.text();
    ReadRequest checked = file.check(json, output);
    if (!checked.isValid()) {
      return ExitCode.USAGE;
    }
    PlanReadings readings = read(checked.request());
    RestorePlan plan = readings.plan();
    Engine engine = Engine.in(readings.primary());
    if (output.isJson()) {
      output.json(PlanJson.of(plan, engine));
    } else {
      output.asTheyAre(new PlanText(Times.local(), output.speaker()).lines(plan, engine));
      file.tellLanguage(json, output);
    }
    return plan.blockers().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private PlanReadings read(RestoreRequest request) {
    ActivityImplementations activities =
        ActivityImplementations.create(
            cloud.settingsWithoutAccounts().under(policy.policy().orElse(null)),
            CloudCredentials.chain(),
            Clock.systemUTC());
    return new PlanReading(new DirectReads(activities), request, request.accounts(), null).read();
  }
}
