package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.worker.temporal.TemporalOwners;
import io.rdsrestore.workflows.sweep.SweepFinding;
import io.rdsrestore.workflows.sweep.SweepVerdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What with our mark has outlived its restore. */
@Command(
    name = "sweep",
    description = {
      "Finds what restores have left: clones, DTS jobs, accounts, open whitelist groups.",
      "It looks at everything in the regions that carries the mark of a restore, and asks Temporal",
      "whether that restore still runs, or its clone is kept. Without --yes it removes nothing; with",
      "it, only what is certainly ours and whose restore has ended. A clone that somebody kept by",
      "`abort --keep-clone` goes only if --include-kept names it. Where the namespace knows no",
      "restore of the primary at all, the restore may run in another one: what is of it goes only if",
      "--include-unknown names it. Databases that a restore has made on a primary hold your data: they",
      "stay (their description is rr- and the restore id)."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is left but what is kept, or all of it was removed; 1 the cloud or Temporal could not be",
      "asked, or something was not removed; 2 wrong usage; 3 something is left: a person decides.",
      "",
      "Examples:",
      "  rds-restore sweep                                   in all regions that restores ran in",
      "  rds-restore sweep --region cn-hangzhou --json",
      "  rds-restore sweep --region cn-hangzhou --yes        remove it",
      "  rds-restore sweep --region cn-hangzhou --yes --include-kept rm-clone01"
    })
public final class SweepCommand implements Callable<Integer> {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      split = ",",
      description =
          "Where to look; can be given more than once (default: the regions of the restores that Temporal knows).")
  private List<String> regions = List.of();

  @Option(names = "--yes", description = "Remove what has outlived its restore.")
  private boolean yes;

  @Option(
      names = "--include-kept",
      paramLabel = "CLONE",
      split = ",",
      description =
          "With --yes also remove this clone, which somebody wanted kept; can be given more than once.")
  private List<String> keptClones = List.of();

  @Option(
      names = "--include-unknown",
      paramLabel = "RESTORE",
      split = ",",
      description =
          "With --yes also remove what is of this restore, which this namespace does not know (of a whitelist group: its instance); can be given more than once.")
  private List<String> unknownRestores = List.of();

  @Mixin private OutputOptions output;
  @Mixin private CloudOptions cloud;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    try (TemporalConnection temporal = connect()) {
      List<String> where = regions.isEmpty() ? new Restores(temporal.client()).regions() : regions;
      if (where.isEmpty()) {
        throw new UserError(
            ExitCode.USAGE,
            "Temporal knows no restore in this namespace, so say where to look: --region cn-hangzhou");
      }
      Sweep sweep = new Sweep(activities(), new TemporalOwners(temporal.client()));
      Sweep.Found found = sweep.look(where, !regions.isEmpty());
      require(
          keptClones,
          found.with(SweepVerdict.KEPT).stream().map(one -> one.thing().id()).distinct().toList(),
          "is no clone that somebody keeps");
      require(
          unknownRestores,
          found.with(SweepVerdict.UNKNOWN).stream().map(Sweep::owner).distinct().toList(),
          "is no restore that is not known here");
      List<SweepFinding> chosen = found.chosen(keptClones, unknownRestores);
      SweepText text = new SweepText(Instant.now(), "./rds-restore sweep" + connection.said());
      if (!output.isJson()) {
        output.lines(text.found(where, found));
      }
      List<Sweep.Removed> removed = yes ? sweep.remove(chosen) : List.of();
      if (output.isJson()) {
        output.json(new Answer(where, found.findings(), found.notRead(), removed));
      } else {
        output.lines(text.end(where, chosen, removed, yes));
        output.lines(text.unknown(found, chosen));
      }
      return exitCode(found, chosen, removed);
    }
  }

  /** Who names one means it: what is not there was not meant. */
  private static void require(List<String> named, List<String> there, String isNone) {
    for (String one : named) {
      if (!there.contains(one)) {
        throw new UserError(
            ExitCode.USAGE,
            "%s %s%s; nothing was removed."
                .formatted(
                    one,
                    isNone,
                    there.isEmpty() ? "" : " (these are: " + String.join(", ", there) + ")"));
      }
    }
  }

  /** Whether a restore has ended, only Temporal knows. */
  private TemporalConnection connect() {
    try {
      return connection.connect();
    } catch (UserError e) {
      throw new UserError(
          e.exitCode(),
          e.getMessage()
              + " Without it nothing can be told of a restore that has ended, so nothing was looked at or removed.",
          e);
    }
  }

  private ActivityImplementations activities() {
    // Nothing is logged into, so that no password is derived: any key will do.
    return ActivityImplementations.create(
        cloud.settings(new byte[AccountKey.MIN_BYTES], new LocalSecrets(System::getenv)),
        CloudCredentials.chain(),
        Clock.systemUTC());
  }

  private int exitCode(Sweep.Found found, List<SweepFinding> chosen, List<Sweep.Removed> removed) {
    if (!removed.stream().allMatch(Sweep.Removed::isGone)) {
      return ExitCode.FAILED;
    }
    boolean isLeft =
        (!yes && !chosen.isEmpty()) || !chosen.containsAll(found.with(SweepVerdict.UNKNOWN));
    return isLeft ? ExitCode.PERSON_NEEDED : ExitCode.DONE;
  }

  /** For programs. */
  record Answer(
      List<String> regions,
      List<SweepFinding> findings,
      List<String> notRead,
      List<Sweep.Removed> removed) {}
}
