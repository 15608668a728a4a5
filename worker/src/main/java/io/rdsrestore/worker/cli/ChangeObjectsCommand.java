package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionBuilder;
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
    if (json != null && objects != null) {
      throw new UserError(ExitCode.USAGE, "Say the objects as words or as --objects, not both.");
    }
    boolean says = json != null || objects != null || target != null;
    if (!says && !decision.canAsk()) {
      throw new UserError(
          ExitCode.USAGE,
          "Say what changes: objects, like shop.orders, or --target sideBySide, or both.");
    }
    DecisionBuilder said = Decision.builder(Action.CHANGE_OBJECTS);
    if (says) {
      change(said, json == null ? words(objects) : RequestPartOptions.json(json));
    }
    decision.decide(
        said,
        (builder, asked) -> {
          if (!says) {
            change(builder, words(asked(asked.questions())));
          }
        });
    return 0;
  }

  private static List<String> asked(Questions questions) {
    return List.of(
        questions
            .ask("What is restored, in all? DATABASE, DATABASE.TABLE or DATABASE.TABLE=NEW_NAME:")
            .split("[,\\s]+", -1));
  }

  private static JsonNode words(List<String> objects) {
    return objects == null ? null : RequestPartOptions.objects(objects);
  }

  private void change(DecisionBuilder said, JsonNode selection) {
    ObjectNode part = RestoreJson.mapper().createObjectNode();
    if (selection != null) {
      part.set("objects", selection);
    }
    if (target != null) {
      part.put("target", target);
    }
    RequestParts read = RequestPartOptions.read(part);
    said.objects(read.objects()).target(read.target());
  }
}
