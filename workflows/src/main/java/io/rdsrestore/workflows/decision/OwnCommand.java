package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import java.util.List;
import java.util.Map;

/** A decision in the words of our own command line. */
final class OwnCommand {
  private OwnCommand() {}

  static String of(String workflowId, Choice choice, Map<String, Object> fields) {
    String id =
        RestoreContract.isRestore(workflowId)
            ? workflowId.substring(workflowId.indexOf('/') + 1)
            : workflowId;
    StringBuilder command = new StringBuilder();
    command.append(choice.action().command()).append(' ').append(id);
    if (choice.action() != Action.ABORT) {
      command.append(" --gate ").append(fields.get("gate"));
    }
    list(fields, "acknowledge").forEach(danger -> command.append(" --acknowledge ").append(danger));
    if (fields.get("accounts") instanceof Map<?, ?> account) {
      command.append(
          " --user %s --password-ref %s"
              .formatted(account.get("userName"), account.get("passwordRef")));
    }
    if (fields.containsKey("target")) {
      command.append(" --target ").append(word(fields.get("target")));
    }
    if (fields.containsKey("objects")) {
      command.append(" --objects ").append(GateCommands.quoted(fields.get("objects")));
    }
    if (fields.get("restoreTo") instanceof Map<?, ?> restoreTo) {
      restoreTo.forEach(
          (key, value) ->
              command.append(key.equals("time") ? " --time " : " --backup-id ").append(value));
    }
    if (Boolean.TRUE.equals(fields.get("keepClone"))) {
      command.append(" --keep-clone");
    }
    if (fields.containsKey("maxCost")) {
      command.append(" --max-cost ").append(fields.get("maxCost"));
    }
    if (fields.containsKey("mode")) {
      command.append(" --mode ").append(word(fields.get("mode")));
    }
    if (fields.containsKey("planHash")) {
      command.append(" --plan ").append(fields.get("planHash"));
    }
    list(fields, "items").forEach(item -> command.append(' ').append(item));
    return command.toString();
  }

  /** As it stands in JSON: an enum has another name there. */
  private static String word(Object value) {
    return RestoreJson.mapper().convertValue(value, String.class);
  }

  private static List<?> list(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof List<?> list ? list : List.of();
  }
}
