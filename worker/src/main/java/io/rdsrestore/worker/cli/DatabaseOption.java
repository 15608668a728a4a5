package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A database of a server, as people write it: {@code HOST:PORT/DB}. */
record DatabaseOption(DatabaseAddress address, String database) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:/]+)):(\\d{1,5})/(.+)");
  private static final String SQL_SERVER = ".sqlserver.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "::1");

  /** The database, or a complaint about the option. */
  static DatabaseOption parse(CommandSpec spec, String option, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
      throw new ParameterException(
          spec.commandLine(),
          "%s must be HOST:PORT/DB, for example 127.0.0.1:3306/shop.".formatted(option));
    }
    String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return new DatabaseOption(
        DatabaseAddress.of(host, Integer.parseInt(matcher.group(3))), matcher.group(4));
  }

  /**
   * This one, to be compared with another.
   *
   * @param tables the only ones, by the name that they have in both; empty: all
   */
  ObjectTarget with(DatabaseOption other, List<String> tables) {
    return new ObjectTarget(
        database,
        other.database(),
        tables.isEmpty()
            ? null
            : tables.stream().map(name -> new TableSelection(name, null)).toList());
  }

  /** As RDS names its servers: {@code rm-x.sqlserver.rds.aliyuncs.com}. */
  boolean isSqlServer() {
    return address.host().toLowerCase(Locale.ROOT).contains(SQL_SERVER);
  }

  boolean isLoopback() {
    return LOOPBACK.contains(address.host()) || address.host().startsWith("127.");
  }
}
