package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.doctor.CloudDoctor;
import io.rdsrestore.activities.doctor.Finding;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.worker.temporal.TemporalDoctor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether everything is there that a restore needs. Reads only. */
@Command(
    name = "doctor",
    description = {
      "Looks whether all is there that a worker needs: credentials, region, permissions, Temporal.",
      "Each reading call is tried once, on an instance of the region; nothing is changed or bought.",
      "What only a restore can tell is said to be not checkable. Run it where the worker is to run."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is known to be missing; 1 something is; 2 wrong usage.",
      "",
      "Examples:",
      "  rds-restore doctor --region cn-hangzhou --instance rm-primary01",
      "  rds-restore doctor --region cn-hangzhou --no-temporal --json"
    })
public final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--region",
      required = true,
      paramLabel = "REGION",
      description = "Where the primaries are, for example cn-hangzhou.")
  private String region;

  @Option(
      names = "--instance",
      paramLabel = "ID",
      description = "A primary to try the calls on (default: any of the region).")
  private String instance;

  @Option(names = "--no-temporal", description = "Look at the cloud only.")
  private boolean cloudOnly;

  @Mixin private OutputOptions output;
  @Mixin private CloudOptions cloud;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(ofCloud());
    if (!cloudOnly) {
      findings.addAll(ofTemporal());
    }
    if (output.isJson()) {
      output.json(DoctorText.json(findings));
    } else {
      output.asTheyAre(DoctorText.lines(findings, output.speaker()));
    }
    boolean complete =
        findings.stream().noneMatch(finding -> finding.state() == Finding.State.MISSING);
    return complete ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<Finding> ofCloud() {
    return new CloudDoctor(
            CloudCredentials.chain(),
            cloud.settingsWithoutAccounts().cloudEndpoint(),
            InstantSource.system())
        .examine(region, instance);
  }

  private List<Finding> ofTemporal() {
    try (TemporalConnection temporal = connection.connect()) {
      return new TemporalDoctor(temporal).examine();
    } catch (UserError e) {
      return List.of(Finding.missing("Temporal", e.getMessage()));
    }
  }
}
