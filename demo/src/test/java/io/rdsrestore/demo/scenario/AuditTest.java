package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.activities.audit.AuditSettings;
import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.workflows.audit.AuditTrail;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.policy.Policy;
import io.rdsrestore.workflows.policy.PolicyRule;
import io.rdsrestore.workflows.policy.PolicyScope;
import io.rdsrestore.workflows.status.RestoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Each decision has one line, and so have start and end. */
class AuditTest {
  static final PolicyRule FOUR_EYES =
      new PolicyRule("four-eyes", null, null, null, true, true, List.of(), null);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("audit.jsonl");
  }

  private Rehearsal begin(PolicyRule... rules) {
    return begin(file(), rules);
  }

  /** Of a worker that writes into a file, and has a policy. */
  static Rehearsal begin(Path file, PolicyRule... rules) {
    return Rehearsal.begin(
        to -> to.under(new Policy(List.of(rules))).audited(new AuditSettings(file, null)));
  }

  private List<JsonNode> lines() {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.exists(file()) ? Files.readAllLines(file()) : List.<String>of()) {
        lines.add(RestoreJson.mapper().readTree(line));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return lines;
  }

  private static void await(String what, BooleanSupplier there) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited for " + what + " in vain");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void awaitEnd() {
    await("the end", () -> kinds().contains("end"));
  }

  private List<String> kinds() {
    return lines().stream().map(line -> line.path("kind").asText()).toList();
  }

  private List<String> ids() {
    return lines().stream().map(line -> line.path("id").asText()).toList();
  }

  /** Nothing has failed, so the worker's log has a line and no stack, nor one at the end. */
  @Test
  void aRefusedDecisionIsOneLineOfTheLog() {
    Logger sdk =
        (Logger) LoggerFactory.getLogger("io.temporal.internal.sync.DeterministicRunnerImpl");
    ListAppender<ILoggingEvent> traces = new ListAppender<>();
    traces.start();
    sdk.addAppender(traces);
    Logger logger =
        (Logger) LoggerFactory.getLogger("io.rdsrestore.workflows.restore.DecisionDesk");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try (Rehearsal rehearsal = begin(FOUR_EYES)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(with(decision("approve", "approval-1"), "actor", "ana")))
          .isNotEmpty();
      rehearsal.decide(decision("abort", null));
      rehearsal.aborted();
    } finally {
      logger.detachAppender(log);
      sdk.detachAppender(traces);
    }
    assertThat(traces.list).as("promises that nobody looked at").isEmpty();
    assertThat(log.list)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getFormattedMessage())
                  .startsWith(
                      "restore/rm-primary01: approve by ana is refused: policy rule four-eyes refuses it")
                  .doesNotContain("\n");
              assertThat(line.getThrowableProxy()).isNull();
            });
  }

  @Test
  void decisionsTakenAndRefusedHaveALineEach() {
    try (Rehearsal rehearsal = begin(FOUR_EYES)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(with(decision("approve", "approval-1"), "actor", "ana")))
          .contains("The decision is not accepted: policy rule four-eyes refuses it");
      rehearsal.signal("retry", Map.of("gate", "precheck-9x", "actor", "cai"));
      rehearsal.approve();
      RestoreReport report = rehearsal.completed();
      awaitEnd();

      assertThat(kinds()).containsExactly("start", "decision", "decision", "decision", "end");
      assertThat(ids()).doesNotHaveDuplicates().allMatch(id -> id.startsWith(report.restoreId()));
      assertThat(lines()).allMatch(line -> line.path("requestedBy").asText().equals("ana"));
      JsonNode refused = lines().get(1).path("decision");
      assertThat(refused.path("outcome").asText()).isEqualTo("ignored");
      assertThat(refused.path("actor").asText()).isEqualTo("ana");
      assertThat(refused.path("note").asText()).startsWith("policy rule four-eyes refuses it");
      JsonNode taken = lines().get(3).path("decision");
      assertThat(taken.path("outcome").asText()).isEqualTo("acted");
      assertThat(taken.path("actorVerified").isBoolean()).isTrue();
      assertThat(taken.path("actorVerified").booleanValue()).isFalse();
      JsonNode end = lines().get(4).path("end");
      assertThat(end.path("phase").asText()).isEqualTo("COMPLETED");
      assertThat(end.path("summary").asText()).isEqualTo(report.summary());
      assertThat(end.path("cost").path("amount").decimalValue())
          .isEqualByComparingTo(report.cost().amount());
    }
  }

  @Test
  void aRefusedRequestHasStartAndEnd() {
    PolicyRule none =
        new PolicyRule(
            "ours-only",
            null,
            new PolicyScope(List.of("cn-else"), null, null),
            null,
            false,
            false,
            List.of(),
            null);
    try (Rehearsal rehearsal = begin(none)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      assertThat(rehearsal.refusal().getOriginalMessage()).contains("ours-only");
      awaitEnd();
      assertThat(kinds()).containsExactly("start", "end");
      assertThat(lines().get(1).path("end").path("phase").asText()).isEqualTo("FAILED");
      assertThat(lines().get(1).path("end").path("summary").asText()).contains("ours-only");
    }
  }

  @Test
  void whatCannotBeWrittenDelaysNothingAndComesLater() throws IOException {
    Files.createDirectory(file());
    try (Rehearsal rehearsal = begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofMinutes(20));
      Files.delete(file());
      rehearsal.approve();
      rehearsal.completed();
      awaitEnd();
      assertThat(kinds()).containsExactly("start", "decision", "end");
    }
  }

  @Test
  void aFloodHasALineEachUpToABound() {
    try (Rehearsal rehearsal = begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      flood(rehearsal, AuditTrail.MOST_IGNORED + 50);
      await("the first lines", () -> lines().size() == AuditTrail.MOST_IGNORED + 1);
      // The test server lets no time pass after a run that ends over an activity of its own.
      rehearsal.sleep(Duration.ofMinutes(1));
      flood(rehearsal, 850);
      rehearsal.until("another run", status -> rehearsal.runs() >= 2);
      rehearsal.approve();
      rehearsal.completed();
      awaitEnd();
      assertThat(ids()).doesNotHaveDuplicates().hasSize(AuditTrail.MOST_IGNORED + 3);
      assertThat(kinds()).startsWith("start").endsWith("end");
      assertThat(lines().get(lines().size() - 1).path("end").path("decisionsNotListed").asInt())
          .isEqualTo(900);
      assertThat(lines()).filteredOn(AuditTest::acted).hasSize(1);
    }
  }

  private static void flood(Rehearsal rehearsal, int decisions) {
    for (int i = 0; i < decisions; i++) {
      rehearsal.signal("decide", Map.of("action", "undo", "comment", "nobody " + i));
    }
  }

  private static boolean acted(JsonNode line) {
    return line.path("decision").path("outcome").asText().equals("acted");
  }

  @Test
  void theWebhookGetsTheSameLinesSigned() throws IOException {
    try (Receiver receiver = new Receiver(Receiver.Mood.ANSWERS_500)) {
      Path url = Files.writeString(folder.resolve("url"), receiver.url());
      Channel webhook =
          new Channel("webhook", ChannelKind.WEBHOOK, "file:" + url, "file:" + url, List.of());
      try (Rehearsal rehearsal =
          Rehearsal.begin(to -> to.audited(new AuditSettings(file(), webhook)))) {
        rehearsal.start(request(rehearsal.lose("orders")));
        rehearsal.gate("approval-1");
        rehearsal.sleep(Duration.ofMinutes(10));
        assertThat(receiver.messages()).isEmpty();
        receiver.now(Receiver.Mood.WELL);
        rehearsal.sleep(Duration.ofMinutes(10));
        rehearsal.approve();
        rehearsal.completed();
        await("the end", () -> receiver.kinds().contains("end"));
        assertThat(receiver.kinds().stream().distinct())
            .containsExactly("start", "decision", "end");
        assertThat(receiver.messages().stream().map(one -> one.path("id").asText()).distinct())
            .containsExactlyElementsOf(ids());
        assertThat(ids()).hasSize(3);
      }
    }
  }

  @Test
  void aTornLineIsClosedAndItsEntryComesWhole() throws IOException {
    Files.writeString(file(), "{\"id\":\"before\"}\n{\"id\":\"torn\",\"ki");
    try (Rehearsal rehearsal = begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.approve();
      rehearsal.completed();
      await("the end", () -> contents().contains("\"kind\":\"end\""));
      List<String> lines = contents().lines().toList();
      assertThat(lines.get(1)).isEqualTo("{\"id\":\"torn\",\"ki");
      assertThat(lines).hasSize(5);
      assertThat(lines.subList(2, 5)).allMatch(line -> line.endsWith("}"));
    }
  }

  private String contents() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutAnAuditNothingIsAdded() {
    List<String> plain;
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      plain = calm(rehearsal);
    }
    try (Rehearsal rehearsal = Rehearsal.begin(to -> to.under(new Policy(List.of(FOUR_EYES))))) {
      assertThat(calm(rehearsal)).isEqualTo(plain).doesNotContain("EnsureAudited");
    }
    try (Rehearsal rehearsal = begin()) {
      assertThat(calm(rehearsal)).contains("EnsureAudited").containsAll(plain);
      awaitEnd();
    }
  }

  /** The activities of a calm restore, sorted: some run side by side. */
  private static List<String> calm(Rehearsal rehearsal) {
    rehearsal.start(request(rehearsal.lose("orders")));
    rehearsal.gate("approval-1");
    rehearsal.approve();
    rehearsal.completed();
    return rehearsal.hook().activities().stream().sorted().toList();
  }
}
