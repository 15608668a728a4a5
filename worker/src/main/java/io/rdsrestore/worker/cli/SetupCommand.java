package io.rdsrestore.worker.cli;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.SearchAttributeRegistry;
import io.rdsrestore.worker.temporal.SearchAttributeState;
import io.rdsrestore.worker.temporal.SweepSchedule;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the search attributes that a namespace must know. */
@Command(
    name = "setup",
    description = {
      "Makes the four search attributes that the namespace needs.",
      "RestorePhase, RestoreInstance, RestoreRegion, RestoreWaitingFor, all of type Keyword. Can be",
      "run any number of times.",
      "With --sweep-schedule it also installs a Temporal Schedule, rds-restore-sweep: every hour a",
      "worker looks for what has outlived its restore, removes nothing, and alerts by its log, by",
      "the metrics rds_restore_orphans_total and rds_restore_sweep_blind_total (what it could not look",
      "into), and by RestoreWaitingFor = 'cleanup'."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore setup --address temporal:7233 --namespace ops",
      "  rds-restore setup --sweep-schedule --region cn-hangzhou,cn-shanghai"
    })
public final class SetupCommand implements Runnable {
  @Option(
      names = "--sweep-schedule",
      description =
          "Also install the hourly look for what restores have left, or change its regions.")
  private boolean sweepSchedule;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      split = ",",
      description = "With --sweep-schedule: where it looks; can be given more than once.")
  private List<String> regions = List.of();

  @Mixin private OutputOptions output;
  @Mixin private CloudOptions cloud;
  @Mixin private ConnectionOptions connection;

  @Override
  public void run() {
    if (sweepSchedule == regions.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "--sweep-schedule and --region belong together: --sweep-schedule --region cn-hangzhou");
    }
    Optional<String> unseen = sweepSchedule ? regionsNotSeen() : Optional.empty();
    try (TemporalConnection temporal = connection.connect()) {
      SearchAttributeRegistry registry = new SearchAttributeRegistry(temporal.client());
      Done attributes = make(registry);
      Done done = sweepSchedule ? attributes.with(install(temporal)) : attributes;
      if (output.isJson()) {
        output.json(done);
      } else {
        done.made().forEach(name -> output.line("made " + name + " (Keyword)"));
        done.existing().forEach(name -> output.line(name + " is there already"));
        if (done.schedule() != null) {
          output.line(
              "schedule %s is %s: every hour it looks over %s (whether it can: ./rds-restore sweep%s --region %s)"
                  .formatted(
                      SweepSchedule.ID,
                      done.schedule(),
                      String.join(", ", regions),
                      connection.said(),
                      String.join(",", regions)));
        }
        unseen.ifPresent(output::line);
        output.line("Namespace %s is ready.".formatted(registry.namespace()));
      }
    }
  }

  /**
   * Whether the regions could not be looked at from here, with the reason; workers may.
   *
   * @throws UserError if the cloud knows one of them not
   */
  private Optional<String> regionsNotSeen() {
    RdsActivities rds =
        ActivityImplementations.create(
                cloud.settingsWithoutAccounts(), CloudCredentials.chain(), Clock.systemUTC())
            .rds();
    for (String region : regions) {
      try {
        var unused = rds.readMarkedInstances(region);
      } catch (ApplicationFailure e) {
        if (RestoreErrorCode.NOT_FOUND.name().equals(e.getType())) {
          throw new UserError(
              ExitCode.USAGE,
              "There is no region %s, so no schedule was made: correct its name, for example cn-hangzhou."
                  .formatted(region),
              e);
        }
        return Optional.of(
            "Not looked from here whether %s is a region: %s"
                .formatted(region, e.getOriginalMessage()));
      }
    }
    return Optional.empty();
  }

  private String install(TemporalConnection temporal) {
    return new SweepSchedule(temporal.client()).install(regions) ? "made" : "changed";
  }

  private static Done make(SearchAttributeRegistry registry) {
    try {
      SearchAttributeState state = registry.read();
      if (!state.wrongType().isEmpty()) {
        throw new UserError(
            ExitCode.FAILED,
            "Namespace %s has these search attributes with another type than Keyword: %s. Remove them there first."
                .formatted(registry.namespace(), String.join(", ", state.wrongType())));
      }
      List<String> made = new ArrayList<>();
      List<String> existing = new ArrayList<>();
      for (String name : SearchAttributeRegistry.names()) {
        boolean absent = !state.isReadable() || state.missing().contains(name);
        (absent && registry.create(name) ? made : existing).add(name);
      }
      return new Done(registry.namespace(), made, existing, null);
    } catch (StatusRuntimeException e) {
      if (SearchAttributeRegistry.isNotForUs(e)) {
        throw new UserError(
            ExitCode.FAILED,
            "This server does not let us make search attributes (%s): have these made as Keyword in namespace %s, in Temporal Cloud by its UI or `tcld namespace search-attributes add`: %s."
                .formatted(
                    e.getStatus().getCode(),
                    registry.namespace(),
                    String.join(", ", SearchAttributeRegistry.names())),
            e);
      }
      throw e;
    }
  }

  /**
   * What was done.
   *
   * @param made names of those that were made now
   * @param existing names of those that were there
   * @param schedule what became of the hourly look: made, changed; null: it was not asked for
   */
  record Done(String namespace, List<String> made, List<String> existing, String schedule) {
    Done with(String newSchedule) {
      return new Done(namespace, made, existing, newSchedule);
    }
  }
}
