package io.rdsrestore.sandbox;

import io.rdsrestore.sandbox.memory.ControlPlaneOnly;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Primaries of any engine, version and edition, on the command line. They have no databases. */
final class PrimaryOptions {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  /** As RDS writes them; whatever else is asked for is taken as it is. */
  private static final List<String> ENGINES =
      List.of("MySQL", "SQLServer", "PostgreSQL", "MariaDB");

  @Option(
      names = "--primary",
      paramLabel = "ID=ENGINE:VERSION[:CATEGORY]",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description =
          "Another primary in cn-hangzhou, with database shop as a list of table names and no"
              + " server behind it, for example rm-mssql01=SQLServer:2016_std_ha. ENGINE: MySQL,"
              + " SQLServer, PostgreSQL, MariaDB or any other. CATEGORY: HighAvailability, Basic,"
              + " AlwaysOn and so on; without it, what the version is of. Can be repeated.")
  private Map<String, String> primaries = new LinkedHashMap<>();

  /** Adds all that were asked for; wrong usage is reported as such. */
  void apply(SandboxBuilder builder, CommandLine command, Instant now) {
    specs(command, now).forEach(builder::primary);
  }

  /** Their ids. */
  List<String> ids() {
    return List.copyOf(primaries.keySet());
  }

  private List<PrimarySpec> specs(CommandLine command, Instant now) {
    List<PrimarySpec> specs = new ArrayList<>();
    primaries.forEach(
        (id, what) -> {
          String[] parts = what.split(":", 3);
          if (!ID.matcher(id).matches()
              || id.equals(Sandbox.SAMPLE_PRIMARY)
              || parts.length < 2
              || parts[0].isBlank()
              || parts[1].isBlank()) {
            throw new ParameterException(
                command,
                ("--primary %s=%s: an id other than %s and ENGINE:VERSION are wanted, for example"
                        + " rm-mssql01=SQLServer:2016_std_ha")
                    .formatted(id, what, Sandbox.SAMPLE_PRIMARY));
          }
          specs.add(
              ControlPlaneOnly.sampleOf(
                      PrimarySpec.mysql(id)
                          .region(Sandbox.REGION)
                          .engine(engine(parts[0]), parts[1])
                          .category(parts.length == 3 ? parts[2] : category(parts[1])),
                      now)
                  .build());
        });
    return specs;
  }

  private static String engine(String text) {
    return ENGINES.stream().filter(name -> name.equalsIgnoreCase(text)).findFirst().orElse(text);
  }

  /** Of SQL Server the version says it. */
  private static String category(String version) {
    String lower = version.toLowerCase(Locale.ROOT);
    if (lower.endsWith("_ent")) {
      return "AlwaysOn";
    }
    if (lower.endsWith("_sl")) {
      return "serverless_basic";
    }
    return lower.endsWith("_web") || lower.equals("2012") || lower.equals("2008r2")
        ? "Basic"
        : "HighAvailability";
  }
}
