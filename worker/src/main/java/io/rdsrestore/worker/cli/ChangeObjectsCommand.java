package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RequestParts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The decision {@code changeObjects}. */
@Command(
    name = "change-objects",
    description = {
      "Restores other objects, under other names or to another target.",
      "The plan is made anew, and approved anew where approval is required. A clone that is there is",
      "used again. A copy that has begun is given up first; what it created stays until people move it."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore change-objects rm-primary01 --target sideBySide",
      "  rds-restore change-objects rm-primary01 shop.orders shop.items=items_before crm"
    })
public final class ChangeObjectsCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "OBJECT",
      description = "DATABASE, DATABASE.TABLE or DATABASE.TABLE=NEW_NAME; all that is restored.")
  private List<String> objects;

  @Option(
      names = "--objects",
      paramLabel = "JSON",
      description = "The same as in a request, instead of OBJECT.")
  private String json;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "original, sideBySide or auto (default: as it is).")
  private String target;

  @Override
  public Integer call() throws InterruptedException {
    ObjectNode part = RestoreJson.mapper().createObjectNode();
    if (json != null && objects != null) {
      throw new UserError(ExitCode.USAGE, "Say the objects as words or as --objects, not both.");
    }
    if (json != null) {
      part.set("objects", RequestPartOptions.json(json));
    } else if (objects != null) {
      part.set("objects", RequestPartOptions.objects(objects));
    }
    if (target != null) {
      part.put("target", target);
    }
    if (part.isEmpty()) {
      throw new UserError(ExitCode.USAGE, "Say what changes: objects, --target or both.");
    }
    RequestParts read = RequestPartOptions.read(part);
    decision.decide(
        Decision.builder(Action.CHANGE_OBJECTS).objects(read.objects()).target(read.target()));
    return 0;
  }
}
