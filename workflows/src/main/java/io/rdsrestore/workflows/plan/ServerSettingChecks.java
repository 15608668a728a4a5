package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.toList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.ServerSettings;
import java.util.List;
import java.util.Locale;

/** Settings of the server, and character sets, that DTS may not know. */
final class ServerSettingChecks {
  /** Change how SQL is read, so that statements of DTS may mean something else. */
  private static final ImmutableSet<String> READ_OTHERWISE =
      ImmutableSet.of(
          "ANSI",
          "ANSI_QUOTES",
          "NO_BACKSLASH_ESCAPES",
          "PIPES_AS_CONCAT",
          "IGNORE_SPACE",
          "HIGH_NOT_PRECEDENCE",
          "DB2",
          "MAXDB",
          "MSSQL",
          "ORACLE",
          "POSTGRESQL");

  /** The character sets of databases that DTS makes by itself. */
  private static final ImmutableSet<String> KNOWN_CHARSETS =
      ImmutableSet.of("utf8", "utf8mb3", "utf8mb4", "gbk", "latin1");

  private ServerSettingChecks() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    return List.of(mode(inputs), charset(inputs));
  }

  private static PlanCheck mode(SqlInputs inputs) {
    String id = SqlCheckIds.MODE;
    ServerSettings settings = inputs.facts().settings();
    if (!settings.isKnown()) {
      return PlanCheck.notChecked(id, settings.notChecked());
    }
    List<String> odd =
        Splitter.on(',')
            .trimResults()
            .splitToStream(settings.global("sql_mode").toUpperCase(Locale.ROOT))
            .filter(READ_OTHERWISE::contains)
            .collect(toList());
    return odd.isEmpty()
        ? PlanCheck.ok(id, "the sql_mode of %s is a usual one".formatted(inputs.instance()))
        : PlanCheck.warning(
            id,
            "the sql_mode of %s has %s, which changes how SQL is read; the precheck may refuse it"
                .formatted(inputs.instance(), String.join(", ", odd)),
            "if it does, set the parameter sql_mode without it for the time of the copy (aliyun rds ModifyParameter)");
  }

  private static PlanCheck charset(SqlInputs inputs) {
    String id = SqlCheckIds.CHARSET;
    ChosenFacts chosen = inputs.facts().chosen();
    if (!chosen.isKnown()) {
      return PlanCheck.notChecked(id, chosen.notChecked());
    }
    List<ObjectTarget> unknown =
        inputs.objects().stream()
            .filter(object -> inputs.targetOf(object).isEmpty())
            .filter(object -> !isKnown(chosen, object.database()))
            .toList();
    return unknown.isEmpty()
        ? PlanCheck.ok(id, "DTS knows the character sets of the databases that it has to make")
        : PlanCheck.warning(
            id,
            "DTS may not make a database of this character set: "
                + Names.listed(
                    unknown.stream()
                        .map(each -> "%s (%s)".formatted(each.database(), charsetOf(chosen, each)))
                        .toList()),
            "create the target database before you go on: CREATE DATABASE %s DEFAULT CHARACTER SET %s;"
                .formatted(
                    SqlName.quote(unknown.get(0).targetDatabase()),
                    charsetOf(chosen, unknown.get(0))));
  }

  private static boolean isKnown(ChosenFacts chosen, String database) {
    return !chosen.charsets().containsKey(database)
        || KNOWN_CHARSETS.contains(chosen.charsets().get(database).toLowerCase(Locale.ROOT));
  }

  private static String charsetOf(ChosenFacts chosen, ObjectTarget object) {
    return chosen.charsets().get(object.database());
  }
}
