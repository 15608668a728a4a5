package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code extend}. */
@Command(
    name = "extend",
    description = {
      "Keeps a clone longer that outlives its restore (clone.keepFor in the request).",
      "It goes on costing. `abort` of the same workflow removes it sooner. A clone that somebody kept",
      "by `abort --keep-clone` has no end, and so none to extend."
    },
    footer = {
      "",
      "ID is restore-keep/<restore id>, as the report of the restore and `list` show it, or the",
      "restore id, or the primary's instance id where only one clone of it is kept.",
      "",
      "Examples:",
      "  rds-restore extend restore-keep/abcdefgh23 --for P1D       a day from now on",
      "  rds-restore extend rm-primary01 --until 2026-11-30T18:00:00+08:00",
      "  rds-restore abort restore-keep/abcdefgh23                  remove it now"
    })
public final class ExtendCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description =
          "How long it is kept, counted from now and not from its present end, in ISO 8601: P1D, PT12H. At most P30D.")
  private String keepFor;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Until when, with its zone, instead of --for.")
  private String until;

  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT",
      description = "A new limit of what the clones may cost, where the request has one.")
  private BigDecimal maxCost;

  @Override
  public Integer call() throws InterruptedException {
    if ((keepFor == null) == (until == null)) {
      throw new UserError(ExitCode.USAGE, "Say one of --for P1D and --until TIME.");
    }
    decision.decideAboutKept(
        Decision.builder(Action.EXTEND)
            .keepFor(keepFor == null ? null : duration())
            .until(until == null ? null : instant())
            .maxCost(maxCost));
    return 0;
  }

  private Duration duration() {
    try {
      return Duration.parse(keepFor);
    } catch (DateTimeParseException e) {
      throw new UserError(
          ExitCode.USAGE, "--for is an ISO 8601 duration, for example P1D or PT12H.", e);
    }
  }

  private Instant instant() {
    try {
      return OffsetDateTime.parse(until).toInstant();
    } catch (DateTimeParseException e) {
      throw new UserError(
          ExitCode.USAGE,
          "--until is a time with its zone, for example 2026-11-30T18:00:00+08:00.",
          e);
    }
  }
}
