package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.DecisionReader;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RequestParts;
import io.rdsrestore.workflows.request.TargetMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** What a gate prints is what our command line takes. */
class PrintedCommandsTest {
  private static final Pattern WORD = Pattern.compile("'((?:[^']|'\\\\'')*)'|(\\S+)");

  private static final Map<Action, Map<String, Object>> FIELDS =
      Map.of(
          Action.APPROVE, Map.of("maxCost", 12.5),
          Action.CHANGE_OBJECTS,
              Map.of(
                  "target",
                  TargetMode.SIDE_BY_SIDE,
                  "objects",
                  List.of(Map.of("database", "shop's", "tables", List.of("order lines")))),
          Action.CHANGE_RESTORE_POINT, Map.of("restoreTo", Map.of("time", "2026-11-22T16:14:00Z")),
          Action.MERGE, Map.of("mode", "missing"),
          Action.ABORT, Map.of("keepClone", true));

  @ParameterizedTest
  @EnumSource(Action.class)
  void everyPrintedCommandIsTaken(Action action) {
    GateRequest request =
        GateRequest.of(
            GateKind.PRECHECK,
            "why",
            List.of(
                new GateItem("CHECK_SAME_OBJ", "there", null, List.of(), true, "existingRowsStay")),
            List.of(Choice.of(action, "on", FIELDS.getOrDefault(action, Map.of()))));

    List<String> printed = GateCommands.of("restore/rm-primary01", "precheck-1", request);

    String own = printed.get(2);
    assertThat(own).startsWith("./rds-restore ").doesNotContain("SIDE_BY_SIDE");
    CommandLine.ParseResult parsed =
        RdsRestore.commandLine()
            .parseArgs(words(own).subList(1, words(own).size()).toArray(String[]::new));
    assertThat(parsed.hasSubcommand()).isTrue();
    assertThat(printed.subList(0, 2)).allSatisfy(PrintedCommandsTest::isTakenByTheWorkflow);
  }

  private static void isTakenByTheWorkflow(String command) {
    List<String> words = words(command);
    String name = words.get(words.indexOf("--name") + 1);
    Action named =
        RestoreContract.NAMED_SIGNALS.contains(name)
            ? Arrays.stream(Action.values())
                .filter(one -> one.word().equals(name))
                .findFirst()
                .orElseThrow()
            : null;
    assertThat(named != null || name.equals(RestoreContract.DECIDE)).as(name).isTrue();
    String json = words.get(words.indexOf("--input") + 1);
    assertThat(DecisionReader.read(json.getBytes(StandardCharsets.UTF_8), named).problem())
        .as(command)
        .isNull();
  }

  @Test
  void anApprovalThatIsPrintedIsOfThePlanThatIsShown() {
    GateRequest request =
        new GateRequest(
            GateKind.APPROVAL,
            "the price",
            List.of(),
            List.of(Choice.of(Action.APPROVE, "on"), Choice.of(Action.RETRY, "anew")),
            "3f9a0c12b7de");

    List<String> printed = GateCommands.of("restore/rm-primary01", "approval-1", request);

    assertThat(printed.subList(0, 2))
        .allMatch(one -> one.contains("\"planHash\":\"3f9a0c12b7de\""));
    assertThat(printed.get(2))
        .isEqualTo("./rds-restore approve rm-primary01 --gate approval-1 --plan 3f9a0c12b7de");
    assertThat(printed.subList(3, 6)).noneMatch(one -> one.contains("3f9a0c12b7de"));
  }

  @Test
  void everyActionHasACommand() {
    List<String> known = List.copyOf(RdsRestore.commandLine().getSubcommands().keySet());

    assertThat(EnumSet.allOf(Action.class))
        .allMatch(
            action ->
                known.contains(
                    switch (action) {
                      case SKIP_PRECHECK_ITEMS -> "skip";
                      case CHANGE_OBJECTS -> "change-objects";
                      case CHANGE_RESTORE_POINT -> "change-restore-point";
                      case APPROVE,
                          RETRY,
                          SWAP,
                          MERGE,
                          UNDO,
                          LEAVE,
                          PAUSE,
                          RESUME,
                          WITHDRAW,
                          EXTEND,
                          ABORT ->
                          action.word();
                    }));
  }

  @Test
  void objectsAreReadFromWords() {
    RequestParts read =
        RequestPartOptions.read(
            RestoreJson.mapper()
                .createObjectNode()
                .set(
                    "objects",
                    RequestPartOptions.objects(
                        Arrays.asList("shop.orders", "crm", "shop.items=items_before"))));

    assertThat(RestoreJson.write(read.objects()))
        .isEqualTo(
            "[{\"database\":\"shop\",\"tables\":[{\"name\":\"orders\"},"
                + "{\"name\":\"items\",\"as\":\"items_before\"}]},{\"database\":\"crm\"}]");
  }

  @Test
  void objectsThatCannotBeAreRefusedByField() {
    assertThatThrownBy(
            () ->
                RequestPartOptions.read(
                    RestoreJson.mapper()
                        .createObjectNode()
                        .set("objects", RequestPartOptions.objects(List.of("mysql.user")))))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("That cannot be: objects[0].database: ");
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      words.add(
          matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("'\\''", "'"));
    }
    return words;
  }
}
