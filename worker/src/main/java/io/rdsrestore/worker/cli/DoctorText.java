package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.doctor.Finding;
import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.json.RestoreJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a doctor has found, for people and for programs, with the RAM statement that is missing. */
final class DoctorText {
  private static final int STATE = 15;
  private static final int ROW = 56;
  private static final Pattern RAM_ACTION = Pattern.compile("(rds|dts):\\w+");

  private DoctorText() {}

  static List<String> lines(List<Finding> findings, Speaker speaker) {
    TextTable table = new TextTable(speaker);
    for (Finding.State state : Finding.State.values()) {
      findings.stream()
          .filter(finding -> finding.state() == state)
          .forEach(
              finding ->
                  table.row(
                      DisplayWidth.pad(word(state), STATE) + finding.name(), ROW, finding.text()));
    }
    List<String> actions = missingActions(findings);
    if (!actions.isEmpty()) {
      table.heading("Add this statement to the worker's RAM policy (docs/permissions.md has all):");
      table.heading(RestoreJson.write(statement(actions)));
    }
    table.heading(result(findings));
    return table.lines();
  }

  /** The same as {@code findings} and, where permissions are missing, {@code ramStatement}. */
  static Map<String, Object> json(List<Finding> findings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("findings", findings);
    List<String> actions = missingActions(findings);
    if (!actions.isEmpty()) {
      json.put("ramStatement", statement(actions));
    }
    return json;
  }

  private static List<String> missingActions(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.state() == Finding.State.MISSING)
        .map(Finding::name)
        .filter(name -> RAM_ACTION.matcher(name).matches())
        .toList();
  }

  private static Map<String, Object> statement(List<String> actions) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Action", actions);
    statement.put("Resource", "*");
    return statement;
  }

  private static String word(Finding.State state) {
    return switch (state) {
      case OK -> "ok";
      case MISSING -> "MISSING";
      case NOT_CHECKABLE -> "not checkable";
    };
  }

  private static String result(List<Finding> findings) {
    long missing =
        findings.stream().filter(finding -> finding.state() == Finding.State.MISSING).count();
    return missing == 0
        ? "Nothing is known to be missing. Next: ./rds-restore plan -f restore.json"
        : "%s missing; everything else was looked at as far as that allows."
            .formatted(Counted.of(missing, "thing") + (missing == 1 ? " is" : " are"));
  }
}
