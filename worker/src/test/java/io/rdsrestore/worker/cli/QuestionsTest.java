package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.language.Language;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What a decision lacks is asked at a terminal, and said in a sentence where nobody sits. */
class QuestionsTest {
  private static final String INSTANCE = "rm-primary01";
  private static final String NOTHING = "No answer, so nothing was decided.\n";

  private LocalTemporal temporal;

  @BeforeEach
  void startTemporalAndWorker() throws IOException {
    temporal = new LocalTemporal(AskingRestore.class);
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void whatIsApprovedIsShownAndExactlyThatIsApproved() {
    start("approval");

    Said yes = say(new ApproveCommand(), List.of("y"), INSTANCE);
    assertThat(yes.err()).isEmpty();
    assertThat(yes.out())
        .containsSubsequence(
            SamplePlan.HASH,
            "price",
            "(asked: Approve plan 3f9a0c12b7de for about 7.20 CNY, with the terms of service of RDS"
                + " and DTS? [y/N] )")
        .contains("\"planHash\":\"3f9a0c12b7de\"", "\"gate\":\"approval-1\"");
    for (String no : List.of("", "n", "approve")) {
      Said said = say(new ApproveCommand(), List.of(no), INSTANCE);
      assertThat(said.err())
          .isEqualTo(
              "Not approved; approval-1 waits on: ./rds-restore status rm-primary01 shows it.\n");
      assertThat(said.out()).doesNotContain("Accepted");
    }
  }

  @Test
  void whoSaysYesAheadOrIsAScriptIsNotAskedWhetherTheyApprove() {
    start("approval");

    assertThat(say(new ApproveCommand(), List.of(), INSTANCE, "--yes").out())
        .contains("Accepted at approval-1")
        .doesNotContain("asked:", "planHash");
    assertThat(sayInAPipe(new ApproveCommand(), INSTANCE).out())
        .contains("Accepted at approval-1")
        .doesNotContain("planHash");
  }

  @Test
  void aMistypedGateIsRefusedWithTheRightCommand() {
    start("approval");

    for (String gate : List.of("approval-7", "Approval-1", "approval-2")) {
      assertThat(sayInAPipe(new ApproveCommand(), INSTANCE, "--gate", gate).err())
          .isEqualTo(
              gate
                  + " is not open, approval-1 is: ./rds-restore approve rm-primary01 --gate approval-1\n");
    }
    assertThat(
            sayInAPipe(
                    new ChangeRestorePointCommand(),
                    INSTANCE,
                    "--gate",
                    "approval-7",
                    "--time",
                    "2026-11-22T16:14:00Z")
                .err())
        .contains("./rds-restore change-restore-point rm-primary01 --gate approval-1");
  }

  @Test
  void itemsAreChosenByNumberAndADangerIsTyped() {
    start("precheck");

    Said said = say(new SkipCommand(), List.of("9", "1, 2", "existingRowsStay"), INSTANCE);

    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("What can be skipped at precheck-1:", "  1) CHECK_SAME_OBJ: there")
        .contains("  2) CHECK_SRC: slow")
        .doesNotContain("CHECK_CONN")
        .contains("Type numbers from 1 to 2, with commas between them, or `all`.")
        .contains(
            "(asked: existingRowsStay means: rows that are on the primary stay as they are, also"
                + " wrong ones, and only rows whose key is missing are added. Type existingRowsStay"
                + " to accept that: )")
        .contains("\"items\":[\"CHECK_SAME_OBJ\",\"CHECK_SRC\"]")
        .contains("\"acknowledge\":[\"existingRowsStay\"]");
  }

  @Test
  void whatHasNoDangerIsNotAskedAbout() {
    start("precheck");
    assertThat(say(new SkipCommand(), List.of("2"), INSTANCE).out())
        .contains("\"items\":[\"CHECK_SRC\"]");
    assertThat(
            say(
                    new SkipCommand(),
                    List.of(),
                    INSTANCE,
                    "CHECK_SAME_OBJ",
                    "--acknowledge",
                    "existingRowsStay")
                .out())
        .contains("\"acknowledge\":[\"existingRowsStay\"]");
  }

  @Test
  void whoTypesAnotherWordAcceptsNoDanger() {
    start("precheck");
    Said said = say(new SkipCommand(), List.of("yes"), INSTANCE, "CHECK_SAME_OBJ");
    assertThat(said.code()).isEqualTo(ExitCode.FAILED);
    assertThat(said.err()).isEqualTo("That is not existingRowsStay, so nothing was decided.\n");
    assertThat(said.out()).doesNotContain("Accepted");
  }

  @Test
  void theNewLimitIsAskedForAtACostGate() {
    start("cost");
    assertThat(say(new ApproveCommand(), List.of("forty", "-1", "40"), INSTANCE).out())
        .contains("why it waits. What may it cost in all from now on (for example 32.5)?")
        .contains("Type an amount, for example 32.5.", "\"maxCost\":40");
  }

  @Test
  void theInstantAndTheObjectsAreAskedFor() {
    start("precheck");
    assertThat(
            say(new ChangeRestorePointCommand(), List.of("2026-11-22T16:14:00+08:00"), INSTANCE)
                .out())
        .contains("\"restoreTo\":{\"time\":\"2026-11-22T08:14:00Z\"");
    assertThat(say(new ChangeRestorePointCommand(), List.of("1000000001"), INSTANCE).out())
        .contains("\"backupId\":\"1000000001\"");
    assertThat(say(new ChangeObjectsCommand(), List.of("shop.orders, crm"), INSTANCE).out())
        .contains("\"database\":\"shop\"", "\"name\":\"orders\"", "\"database\":\"crm\"");
    Said wrong = say(new ChangeRestorePointCommand(), List.of("2026-11-22 16:14"), INSTANCE);
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).startsWith("That cannot be: restoreTo.time: ");
  }

  @Test
  void oneOfSeveralKeptDecisionsIsTakenBack() {
    start("precheck");
    assertThat(say(new WithdrawCommand(), List.of("2"), INSTANCE).out())
        .contains("  1) retry by ana", "  2) leave by ana", "\"decision\":\"5\"");
  }

  static Stream<List<Object>> lacking() {
    return Stream.of(
        List.of(new SkipCommand(), "precheck", "Say which items are skipped; at precheck-1 can be"),
        List.of(
            new ApproveCommand(),
            "cost",
            "./rds-restore approve rm-primary01 --gate cost-1 --max-cost 32.5"),
        List.of(new ChangeRestorePointCommand(), "precheck", "Say to when: --time "),
        List.of(new ChangeObjectsCommand(), "precheck", "Say what changes: "),
        List.of(
            new WithdrawCommand(), "precheck", "./rds-restore withdraw rm-primary01 --decision 3"));
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void nobodyIsAskedInAPipeOrByAProgramAndTheCommandIsSaid(List<Object> lacking) {
    start((String) lacking.get(1));
    Callable<?> command = (Callable<?>) lacking.get(0);

    for (Said said :
        List.of(sayInAPipe(command, INSTANCE), say(command, List.of("1"), INSTANCE, "--json"))) {
      assertThat(said.code()).isEqualTo(ExitCode.USAGE);
      assertThat(said.err()).contains((String) lacking.get(2)).hasLineCount(1);
      assertThat(said.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void noAnswerDecidesNothing(List<Object> lacking) {
    start((String) lacking.get(1));
    Callable<?> command = (Callable<?>) lacking.get(0);

    for (List<String> answers : List.of(List.<String>of(), List.of("  "))) {
      Said said = say(command, answers, INSTANCE);
      assertThat(said.code()).isEqualTo(ExitCode.FAILED);
      assertThat(said.err()).isEqualTo(NOTHING);
      assertThat(said.out()).doesNotContain("Accepted");
    }
  }

  @Test
  void aDangerIsSaidWithTheCommandInAPipe() {
    start("precheck");
    Said said = sayInAPipe(new SkipCommand(), INSTANCE, "CHECK_SAME_OBJ");
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .contains(
            "existingRowsStay means: rows that are on the primary stay as they are",
            "--acknowledge existingRowsStay, for example ./rds-restore skip rm-primary01 --gate"
                + " precheck-1 --acknowledge existingRowsStay CHECK_SAME_OBJ CHECK_SRC")
        .hasLineCount(1);
  }

  @Test
  void whatCannotBeSkippedIsRefusedWithWhatCan() {
    start("precheck");
    assertThat(say(new SkipCommand(), List.of(), INSTANCE, "CHECK_CONN").err())
        .isEqualTo(
            "CHECK_CONN cannot be skipped at precheck-1; what can be: CHECK_SAME_OBJ, CHECK_SRC.\n");
  }

  @Test
  void anUndoAfterTheEndHasNoGateToName() {
    start("restore-keep/abcdefgh23", "precheck");
    Said said = sayInAPipe(new UndoCommand(), "restore-keep/abcdefgh23", "--gate", "swap-1");
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .isEqualTo("The restore has ended, and swap-1 with it: leave --gate out.\n");
    assertThat(sayInAPipe(new UndoCommand(), "restore-keep/abcdefgh23").out()).contains("Accepted");
  }

  private void start(String gate) {
    start(RestoreContract.workflowId(INSTANCE), gate);
  }

  @Test
  void questionsAreInTheLanguageOfWhoeverIsAsked() {
    start("precheck");
    StringWriter out = new StringWriter();
    CommandLine root = new CommandLine(new ChineseRoot());
    root.addSubcommand("skip", line(new SkipCommand(), List.of("2"), new PrintWriter(out)));
    root.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    assertThat(root.execute("skip", INSTANCE, "--address", temporal.address())).isZero();
    assertThat(out.toString())
        .contains("precheck-1", "1) CHECK_SAME_OBJ")
        .doesNotContain("What can be skipped")
        .containsPattern("[\\u4e00-\\u9fff]");
  }

  /** As the whole command line is with {@code --language zh}. */
  @CommandLine.Command(name = "root")
  private static final class ChineseRoot implements Speaker.Speaks {
    @Override
    public Speaker speaker() {
      return new Speaker(Language.ZH);
    }
  }

  private void start(String workflowId, String gate) {
    temporal
        .client()
        .newUntypedWorkflowStub(
            RestoreContract.WORKFLOW_TYPE,
            WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(RestoreContract.TASK_QUEUE)
                .build())
        .start(Map.of("instanceId", INSTANCE, "reason", gate));
  }

  private record Said(int code, String out, String err) {}

  private Said sayInAPipe(Callable<?> command, String... arguments) {
    return say(command, null, arguments);
  }

  /** Answers, one to each question, then the end of the input; null: nobody sits there. */
  private Said say(Callable<?> command, List<String> answers, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = line(command, answers, new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all =
        Stream.concat(
                Arrays.stream(arguments),
                Stream.of("--address", temporal.address(), "--actor", "ana"))
            .toArray(String[]::new);
    return new Said(line.execute(all), out.toString(), err.toString());
  }

  private static CommandLine line(Callable<?> command, List<String> answers, PrintWriter printer) {
    Person person = person(answers, printer);
    Complaints complaints = new Complaints(Map.of());
    return new CommandLine(
            command,
            new CommandLine.IFactory() {
              @Override
              public <K> K create(Class<K> type) throws Exception {
                return type == DecisionOptions.class
                    ? type.cast(new DecisionOptions(person))
                    : CommandLine.defaultFactory().create(type);
              }
            })
        .setOut(printer)
        .setExecutionExceptionHandler(complaints)
        .setParameterExceptionHandler(complaints);
  }

  private static Person person(List<String> answers, PrintWriter printer) {
    Deque<String> left = new ArrayDeque<>(answers == null ? List.of() : answers);
    return new Person() {
      @Override
      public boolean isThere() {
        return answers != null;
      }

      @Override
      public Optional<String> ask(String question, String ifStopped) {
        printer.println("(asked: " + question + ")");
        return Optional.ofNullable(left.poll());
      }
    };
  }
}
