package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A handover for people. */
final class HandoverText {
  private HandoverText() {}

  static List<String> lines(Handover handover) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: how to finish by hand%s"
            .formatted(
                handover.workflowId(),
                handover.fromMemo() ? " (no worker answers: from Temporal's memo)" : ""));
    row(lines, "restore", handover.restoreId());
    row(lines, "region", handover.regionId());
    row(lines, "primary", handover.primaryId());
    row(lines, "phase", handover.phase() == null ? null : handover.phase().toString());
    row(lines, "waits at", handover.waitingFor());
    row(lines, "restore point", handover.restoreTo());
    handover.objects().forEach(object -> row(lines, "object", object(object)));
    if (handover.fromMemo()) {
      lines.add("  what is restored and to when is in the request:");
      lines.add("    temporal workflow show --workflow-id " + handover.workflowId());
    }
    row(lines, "clone", handover.cloneId() == null ? null : handover.cloneId() + ", which costs");
    row(lines, "DTS task", handover.dtsJobId());
    row(lines, "account", handover.account());
    row(lines, "whitelist", "group " + handover.whitelistGroup());
    if (handover.cost() != null) {
      row(
          lines,
          "cost so far",
          "%s %s".formatted(handover.cost().amount(), handover.cost().currency()));
    }
    lines.add("First, so that no worker goes on beside you (this removes nothing):");
    lines.add(
        "    temporal workflow terminate --workflow-id %s --reason 'finished by hand'"
            .formatted(handover.workflowId()));
    lines.add("The manual procedure:");
    handover.steps().forEach(step -> lines.add("  %-5s  %s".formatted(state(step), step.text())));
    lines.add("At the end, in this order (./rds-restore sweep shows what is left):");
    handover.removeWith().forEach(command -> lines.add("    " + command));
    return lines;
  }

  private static void row(List<String> lines, String label, String text) {
    if (text != null) {
      lines.add("  %-14s %s".formatted(label, text));
    }
  }

  private static String object(ObjectTarget object) {
    String target =
        Objects.requireNonNullElse(object.targetDatabase(), "a database not chosen yet");
    String tables =
        object.isWhole()
            ? ""
            : ": "
                + object.tables().stream()
                    .map(HandoverText::table)
                    .collect(Collectors.joining(", "));
    return "%s -> %s%s".formatted(object.database(), target, tables);
  }

  private static String table(TableSelection table) {
    return table.name().equals(table.targetName())
        ? table.name()
        : "%s as %s".formatted(table.name(), table.targetName());
  }

  private static String state(HandoverStep step) {
    return switch (step.state()) {
      case DONE -> "done";
      case NOW -> "now";
      case TO_DO -> "to do";
    };
  }
}
