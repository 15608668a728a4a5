package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The literal commands that end a gate, for each choice three: the update first, because it
 * answers, the signal beside it, and our own command line.
 */
public final class GateCommands {
  private GateCommands() {}

  public static List<String> of(String workflowId, String gate, GateRequest request) {
    List<String> commands = new ArrayList<>();
    for (Choice choice : request.choices()) {
      Map<String, Object> fields = fields(gate, choice, request);
      Map<String, Object> whole = new LinkedHashMap<>();
      whole.put("action", choice.action().word());
      whole.putAll(fields);
      commands.add(
          "temporal workflow update execute --workflow-id %s --name %s --input %s"
              .formatted(workflowId, RestoreContract.DECIDE, quoted(whole)));
      boolean named = RestoreContract.NAMED_SIGNALS.contains(choice.action().word());
      commands.add(
          "temporal workflow signal --workflow-id %s --name %s --input %s"
              .formatted(
                  workflowId,
                  named ? choice.action().word() : RestoreContract.DECIDE,
                  quoted(named ? fields : whole)));
      commands.add("./rds-restore " + OwnCommand.of(workflowId, choice, fields));
    }
    return commands;
  }

  private static Map<String, Object> fields(String gate, Choice choice, GateRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("gate", gate);
    fields.put("actor", "YOU");
    List<String> acknowledge = new ArrayList<>(choice.acknowledge());
    if (choice.action() == Action.SKIP_PRECHECK_ITEMS) {
      List<GateItem> skippable = request.items().stream().filter(GateItem::canSkip).toList();
      fields.put("items", skippable.stream().map(GateItem::name).toList());
      skippable.stream()
          .map(GateItem::danger)
          .filter(danger -> danger != null && !acknowledge.contains(danger))
          .distinct()
          .forEach(acknowledge::add);
    }
    if (!acknowledge.isEmpty()) {
      fields.put("acknowledge", acknowledge);
    }
    if (choice.action() == Action.APPROVE && request.planHash() != null) {
      // Whoever pastes it approves what they have read, whatever has become of the plan since.
      fields.put("planHash", request.planHash());
    }
    fields.putAll(choice.fields());
    return fields;
  }

  /** For a shell: in single quotes, which end where one is wanted. */
  static String quoted(Object json) {
    return "'" + RestoreJson.write(json).replace("'", "'\\''") + "'";
  }
}
