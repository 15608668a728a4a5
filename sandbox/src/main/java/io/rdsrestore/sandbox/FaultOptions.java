package io.rdsrestore.sandbox;

import io.rdsrestore.sandbox.admin.FaultsJson;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What goes wrong, and what the documents leave open, on the command line. */
final class FaultOptions {
  private static final double USUAL_RATE = 0.05;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "Faults that are there from the start: JSON, see below.")
  private Path file;

  @Option(
      names = "--fault-seed",
      paramLabel = "N",
      description =
          "Faults by chance. The n-th call of an action meets the same fault in every run with this"
              + " seed.")
  private Long seed;

  @Option(
      names = "--fault-rate",
      paramLabel = "PART",
      description =
          "The part of calls that meets an error; lost answers, throttles and flapping states come"
              + " at a fifth of it each. 0.05 with --fault-seed; without a seed one is drawn and"
              + " printed.")
  private Double rate;

  @Option(
      names = "--variant",
      paramLabel = "NAME=VALUE",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description = "Something that the documents leave open, see below. Can be repeated.")
  private Map<String, String> variants = new LinkedHashMap<>();

  /** Sets all that was asked for; wrong usage is reported as such. */
  void apply(SandboxBuilder builder, CommandLine command) {
    try {
      SandboxVariants chosen = SandboxVariants.defaults();
      chosen.set(variants);
      builder.variants(chosen);
      if (file != null) {
        builder.faults(FaultsJson.parse(Files.readString(file)));
      }
      if (seed != null || rate != null) {
        builder.randomFaults(
            RandomFaults.of(
                seed == null ? new SecureRandom().nextInt(1_000_000) : seed,
                rate == null ? USUAL_RATE : rate));
      }
    } catch (IOException e) {
      throw new ParameterException(command, "--faults: cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }
}
