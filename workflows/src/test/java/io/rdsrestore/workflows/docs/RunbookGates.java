package io.rdsrestore.workflows.docs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** One section of the runbook for each kind of gate, with the commands that a gate would print. */
final class RunbookGates {
  private static final String WORKFLOW = "restore/rm-primary01";

  private RunbookGates() {}

  static List<GatePage> pages() {
    try (InputStream json = RunbookGates.class.getResourceAsStream("gates.json")) {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readValue(json, new TypeReference<List<GatePage>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write() {
    return pages().stream().map(RunbookGates::section).collect(Collectors.joining("\n"));
  }

  private static String section(GatePage gate) {
    StringBuilder section = new StringBuilder();
    section.append(
        "## Gate %s%n%n**Means:** %s **Look at** %s%n%n"
            .formatted(gate.kind(), gate.means(), gate.lookAt()));
    gate.choices()
        .forEach(
            choice ->
                section.append(
                    "- **%s**: %s.%n".formatted(choice.action().word(), choice.leadsTo())));
    section.append("%n".formatted());
    commands(gate).forEach(command -> section.append("    %s%n".formatted(command)));
    gate.notes().forEach(note -> section.append("%n%s%n".formatted(note)));
    return section.toString();
  }

  /** As a gate prints them. */
  private static List<String> commands(GatePage gate) {
    List<Choice> choices =
        gate.choices().stream()
            .map(
                page ->
                    new Choice(page.action(), page.leadsTo(), page.acknowledge(), page.fields()))
            .toList();
    boolean skips = choices.stream().anyMatch(one -> one.action() == Action.SKIP_PRECHECK_ITEMS);
    List<GateItem> items =
        skips
            ? List.of(new GateItem("CHECK_SAME_OBJ", "", null, List.of(), true, "existingRowsStay"))
            : List.of();
    return GateCommands.of(
        WORKFLOW, gate.kind() + "-1", new GateRequest(null, "", items, choices, null));
  }
}
