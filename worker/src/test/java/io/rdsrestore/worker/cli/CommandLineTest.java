package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands against Temporal's in-memory server and a workflow that only asks and answers. */
class CommandLineTest {
  private static final String INSTANCE = "rm-primary01";

  @TempDir private Path temp;
  private LocalTemporal temporal;

  @BeforeEach
  void startTemporalAndWorker() throws IOException {
    temporal = new LocalTemporal(OneGateRestore.class);
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void aLimitOfAListIsFromOneToAThousand() {
    for (String wrong : List.of("0", "-3", "1001")) {
      Answer refused = run("list", "--limit", wrong);
      assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err())
          .isEqualTo("--limit " + wrong + " is out of range: say 1 to 1000.\n");
    }
    assertThat(run("list", "--limit", "99999999999").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void playsARestoreFromStartToReport() throws Exception {
    assertThat(run("setup").code()).isZero();

    Answer started = run("start", "-f", request().toString(), "--watch", "--interval", "PT0.05S");
    assertThat(started.code()).isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(started.out())
        .contains("Started restore ", "A person is waited for: the price", "gate approval-1");

    Answer status = run("status", INSTANCE, "--json");
    assertThat(status.code()).isEqualTo(ExitCode.PERSON_NEEDED);
    JsonNode json = RestoreJson.mapper().readTree(status.out());
    assertThat(json.at("/waitingFor/gate").asText()).isEqualTo("approval-1");
    assertThat(json.at("/state").asText()).isEqualTo("running");

    for (String pasted :
        List.of(" " + INSTANCE + " ", "“" + INSTANCE + "”", "`" + INSTANCE + "`")) {
      assertThat(run("status", pasted).out()).startsWith("restore/rm-primary01 (running)");
    }

    Answer again = run("start", "-f", request().toString());
    assertThat(again.code()).isEqualTo(ExitCode.FAILED);
    assertThat(again.err()).contains("is running already").contains("./rds-restore status");

    Answer report = run("report", INSTANCE);
    assertThat(report.code()).isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(report.err()).contains("no report yet");

    Answer retry = run("retry", INSTANCE);
    assertThat(retry.code()).isEqualTo(ExitCode.FAILED);
    assertThat(retry.err()).contains("approval-1 cannot be answered with retry; it offers approve");

    Answer mistyped = run("approve", INSTANCE, "--gate", "approval-7");
    assertThat(mistyped.code()).isEqualTo(ExitCode.FAILED);
    assertThat(mistyped.err()).contains("--gate approval-1");
    Answer late = run("approve", INSTANCE, "--gate", "difference-7");
    assertThat(late.code()).isEqualTo(ExitCode.FAILED);
    assertThat(late.err()).isEqualTo("Not accepted: no gate difference-7\n");

    Answer approved = run("approve", INSTANCE, "--actor", "ana", "--comment", "CHG-815");
    assertThat(approved.err()).isEmpty();
    assertThat(approved.code()).isZero();
    assertThat(approved.out()).isEqualTo("Accepted at approval-1: it ends\n");

    Answer watched = run("watch", INSTANCE, "--interval", "PT0.05S");
    assertThat(watched.code()).isZero();
    assertThat(watched.out()).contains("COMPLETED: approved by ana (CHG-815)");
    assertThat(run("report", INSTANCE).code()).isZero();

    Answer over = run("approve", INSTANCE);
    assertThat(over.code()).isEqualTo(ExitCode.FAILED);
    assertThat(over.err()).contains("has ended (completed)");
  }

  @Test
  void thePlanIsShownAndWhatIsApprovedIsThatPlan() throws Exception {
    run("setup");
    Answer answer = startWith(question -> Optional.of(" Yes "));

    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("Started restore ", "plan        " + SamplePlan.HASH, "about 7.20 CNY")
        .contains("warning      account.rights", "have the grant ready")
        .as("what is well is not worth a line")
        .doesNotContain("engine")
        .contains(
            "(asked: Approve plan 3f9a0c12b7de for about 7.20 CNY, with the terms of service of RDS"
                + " and DTS? [y/N] )")
        .contains("Approved at approval-1: it ends");
    assertThat(run("watch", INSTANCE, "--interval", "PT0.05S").out()).contains("approved by");
  }

  @Test
  void whoDoesNotSayYesApprovesNothing() throws Exception {
    run("setup");
    Answer answer = startWith(question -> Optional.empty());

    assertThat(answer.code()).isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(answer.out())
        .contains(
            "Nothing is bought. It waits at approval-1: ./rds-restore approve rm-primary01 --gate"
                + " approval-1, or ./rds-restore abort rm-primary01");
    assertThat(run("status", INSTANCE).code()).isEqualTo(ExitCode.PERSON_NEEDED);
  }

  @Test
  void aPlanIsApprovedUnseenUpToACost() throws Exception {
    run("setup");
    String file = request().toString();
    assertThat(run("start", "-f", file, "--yes").err()).contains("--max-cost");
    assertThat(run("start", "-f", file, "--max-cost", "9").err()).contains("--yes");

    Answer dear = run("start", "-f", file, "--yes", "--max-cost", "7.19");
    assertThat(dear.code()).isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(dear.out())
        .contains("the plan is expected to cost 7.20 CNY, and --max-cost allows 7.19.");
    run("abort", INSTANCE);
    run("watch", INSTANCE, "--interval", "PT0.05S");

    Answer cheap = run("start", "-f", file, "--yes", "--max-cost", "7.2", "--json");
    assertThat(cheap.code()).isZero();
    assertThat(cheap.out().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"accepted\":true");
  }

  private Answer startWith(Function<String, Optional<String>> answers) throws IOException {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    Person person =
        new Person() {
          @Override
          public boolean isThere() {
            return true;
          }

          @Override
          public Optional<String> ask(String question, String ifStopped) {
            printer.println("(asked: " + question + ")");
            return answers.apply(question);
          }
        };
    int code =
        new CommandLine(new StartCommand(person))
            .setOut(printer)
            .execute("-f", request().toString(), "--address", temporal.address(), "--actor", "ana");
    return new Answer(code, out.toString(), "");
  }

  @Test
  void abortsWithExitCodeOne() throws Exception {
    run("setup");
    run("start", "-f", request().toString());
    assertThat(run("abort", INSTANCE, "--json").out()).contains("\"accepted\" : true");
    Answer watched = run("watch", INSTANCE, "--interval", "PT0.05S", "--json");
    assertThat(watched.code()).isEqualTo(ExitCode.FAILED);
    String[] lines = watched.out().split("\n", -1);
    JsonNode last = RestoreJson.mapper().readTree(lines[lines.length - 2]);
    assertThat(last.at("/report/end").asText()).isEqualTo("ABORTED");
  }

  @Test
  void namesAllProblemsOfARequestAndStartsNothing() throws Exception {
    Path file = temp.resolve("bad.json");
    Files.writeString(file, "{\"regionId\": \"cn-hangzhou\", \"colour\": 1}");
    Answer answer = run("start", "-f", file.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err())
        .contains("instanceId: ", "restoreTo: ", "colour: ", "nothing was started");
    Answer json = run("start", "-f", file.toString(), "--json");
    assertThat(json.code()).isEqualTo(ExitCode.USAGE);
    assertThat(RestoreJson.mapper().readTree(json.out()).get("problems").size()).isGreaterThan(3);
  }

  @Test
  void saysWhenTheSearchAttributesAreMissing() throws Exception {
    Answer answer = run("start", "-f", request().toString());
    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).contains("./rds-restore setup");
  }

  @Test
  void saysThatThisServerCannotList() {
    assertThat(run("list").err()).contains("cannot list").contains("./rds-restore status");
    assertThat(run("status", "abcdefghij").err()).contains("cannot list");
  }

  @Test
  void saysThatARestoreIsNotKnown() {
    Answer answer = run("status", "rm-other");
    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).contains("No restore is known as rm-other");
  }

  @Test
  void setupCanBeRepeated() {
    assertThat(run("setup").out()).contains("made RestorePhase");
    assertThat(run("setup").out()).contains("RestorePhase is there already");
  }

  @Test
  void saysInOneSentenceThatNoServerAnswers() {
    Answer answer = Answer.to("status", INSTANCE, "--address", "127.0.0.1:1");
    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err())
        .startsWith("No Temporal server answers at 127.0.0.1:1 within ")
        .hasLineCount(1);
  }

  @Test
  void explainsWrongUsage() {
    Answer answer = Answer.to("statuss");
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains("Did you mean").contains("status");
    assertThat(Answer.to("resume", INSTANCE, "--max-rows-per-second", "many").err())
        .contains("'many' is not a whole number");
    assertThat(Answer.to().code()).isEqualTo(ExitCode.USAGE);
    assertThat(Answer.to("skip").err()).startsWith("Missing required parameter: 'ID'");
    assertThat(Answer.to("change-restore-point", INSTANCE).err()).contains("--time 20");
    assertThat(Answer.to("change-objects", INSTANCE).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Answer.to("extend", INSTANCE, "--for", "P1D", "--gate", "cost-1").err())
        .contains("leave --gate out");
    assertThat(Answer.to("retry", INSTANCE, "--user", "u").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Answer.to("worker", "--cloud-endpoint", "http://example.com").code())
        .isEqualTo(ExitCode.USAGE);
  }

  /** What a complaint about wrong usage recommends. */
  @Test
  void everyCommandExplainsItself() {
    Set<String> commands = new TreeSet<>(RdsRestore.commandLine().getSubcommands().keySet());
    // These are the launcher's.
    commands.removeAll(Set.of("help", "demo", "sandbox"));
    assertThat(commands).allMatch(command -> Answer.to(command, "--help").code() == ExitCode.DONE);
  }

  @Test
  void helpNamesEveryCommand() {
    Answer help = Answer.to("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains(
            "demo", "sandbox", "worker", "setup", "plan", "start", "watch", "status", "list",
            "approve", "retry", "skip", "abort", "report");
    assertThat(Answer.to("demo").err()).contains("./rds-restore demo");
  }

  private Path request() throws IOException {
    Path file = temp.resolve("restore.json");
    Files.writeString(
        file,
        """
        {"regionId": "cn-hangzhou", "instanceId": "%s", "restoreTo": {"time": "%s"},
         "objects": [{"database": "shop", "tables": [{"name": "orders"}]}],
         "requestedBy": "ana", "reason": "INC-4711"}
        """
            .formatted(INSTANCE, Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS)));
    return file;
  }

  private Answer run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--address";
    all[arguments.length + 1] = temporal.address();
    return Answer.to(all);
  }
}
