package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.RestoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The literal commands that end a gate, for each choice: the update first, because it answers, the
 * signal beside it, and our own command line.
 */
public final class GateCommands {
  private GateCommands() {}

  public static List<String> of(String workflowId, String gate, GateRequest request) {
    List<String> commands = new ArrayList<>();
    for (Choice choice : request.choices()) {
      String fields = fields(gate, choice, request.items());
      commands.add(
          "temporal workflow update execute --workflow-id %s --name %s --input '{\"action\":\"%s\",%s}'"
              .formatted(workflowId, RestoreContract.DECIDE, choice.action().word(), fields));
      commands.add(
          "temporal workflow signal --workflow-id %s --name %s --input '{%s}'"
              .formatted(workflowId, choice.action().word(), fields));
      commands.add("./rds-restore " + ownCommand(workflowId, gate, choice, request.items()));
    }
    return commands;
  }

  private static String fields(String gate, Choice choice, List<GateItem> items) {
    StringBuilder fields = new StringBuilder("\"gate\":\"%s\",\"actor\":\"YOU\"".formatted(gate));
    if (choice.action() == Action.SKIP_PRECHECK_ITEMS) {
      fields.append(",\"items\":").append(jsonList(skippable(items)));
    }
    if (!choice.acknowledge().isEmpty()) {
      fields.append(",\"acknowledge\":").append(jsonList(choice.acknowledge()));
    }
    return fields.toString();
  }

  private static String ownCommand(
      String workflowId, String gate, Choice choice, List<GateItem> items) {
    String id = workflowId.substring(workflowId.indexOf('/') + 1);
    String acknowledge =
        choice.acknowledge().stream()
            .map(danger -> " --acknowledge " + danger)
            .collect(Collectors.joining());
    return switch (choice.action()) {
      case APPROVE -> "approve %s --gate %s%s".formatted(id, gate, acknowledge);
      case RETRY -> "retry %s --gate %s%s".formatted(id, gate, acknowledge);
      case SKIP_PRECHECK_ITEMS ->
          "skip %s --gate %s%s %s"
              .formatted(id, gate, acknowledge, String.join(" ", skippable(items)));
      case CHANGE_OBJECTS -> "change-objects %s --gate %s OBJECT...".formatted(id, gate);
      case CHANGE_RESTORE_POINT -> "change-restore-point %s --gate %s TIME".formatted(id, gate);
      case PAUSE -> "pause " + id;
      case RESUME -> "resume %s --gate %s".formatted(id, gate);
      case WITHDRAW -> "withdraw " + id;
      case ABORT -> "abort " + id;
    };
  }

  private static List<String> skippable(List<GateItem> items) {
    return items.stream().filter(GateItem::canSkip).map(GateItem::name).toList();
  }

  private static String jsonList(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
