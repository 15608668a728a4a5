package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.demo.temporal.HistoryLength;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People are told where they are, and no restore waits until they have been. */
class NotificationsTest {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final String SECRET = "canary-of-the-secret";
  private static final int EVENTS_A_NOTICE = 6;

  private static Duration calmTook;
  private static int calmEvents;

  /** The same restore of a worker that tells nobody. */
  @BeforeAll
  static void calm() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      calmTook = took(approvedAndCompleted(rehearsal));
      calmEvents = HistoryLength.of(rehearsal.history());
    }
  }

  private static final Map<Severity, List<String>> ALL_TO_OPS =
      Map.of(
          Severity.INFO, List.of("ops"),
          Severity.WAITING, List.of("ops"),
          Severity.URGENT, List.of("ops"));

  private static NotifySettings settings(Map<Severity, List<String>> routes) {
    return new NotifySettings(
        Map.of("ops", webhook("ops", "OPS"), "boss", webhook("boss", "BOSS")),
        new NotifyRoutes(routes, List.of("boss")),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        URI.create("http://127.0.0.1:8233"));
  }

  private static Channel webhook(String name, String variable) {
    return new Channel(name, ChannelKind.WEBHOOK, "env:" + variable, "env:HOOK_SECRET", List.of());
  }

  static Rehearsal begin(Receiver ops, Receiver boss) {
    return begin(ops, boss, ALL_TO_OPS);
  }

  private static Rehearsal begin(Receiver ops, Receiver boss, Map<Severity, List<String>> routes) {
    Rehearsal rehearsal = Rehearsal.begin(settings(routes));
    rehearsal.secret("OPS", ops.url());
    rehearsal.secret("BOSS", boss.url());
    rehearsal.secret("HOOK_SECRET", SECRET);
    return rehearsal;
  }

  /** In the machine's own time: what is told is told beside. */
  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static void awaitMessages(Receiver receiver, int number) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (receiver.messages().size() < number && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    assertThat(receiver.messages())
        .extracting(message -> message.path("kind").asText() + message.path("gate").asText())
        .hasSize(number);
  }

  @Test
  void aGateThatOpensAndAnEndAreTold() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("approval-1");
      awaitMessages(ops, 1);
      JsonNode told = ops.messages().get(0);

      assertThat(told.path("kind").asText()).isEqualTo("gate");
      assertThat(told.path("severity").asText()).isEqualTo("waiting");
      assertThat(told.path("gate").asText()).isEqualTo("approval-1");
      assertThat(told.path("deadline").asText()).isEqualTo(gate.deadline().toString());
      assertThat(told.path("headline").asText())
          .isEqualTo("rm-primary01: the restore waits for a decision at approval-1");
      assertThat(told.path("lines").get(0).asText()).startsWith(gate.reason());
      assertThat(told.path("commands").findValuesAsText("command"))
          .isSubsetOf(gate.commands())
          .contains(
              "./rds-restore approve rm-primary01 --gate approval-1 --plan " + gate.planHash());
      assertThat(told.path("link").asText())
          .startsWith("http://127.0.0.1:8233/namespaces/")
          .contains("/workflows/restore%2Frm-primary01/");

      rehearsal.approve();
      rehearsal.completed();
      awaitMessages(ops, 2);
      assertThat(ops.messages().get(1).path("kind").asText()).isEqualTo("end");
      assertThat(ops.messages().get(1).path("severity").asText()).isEqualTo("info");
      assertThat(boss.messages()).isEmpty();
      assertThat(rehearsal.fullHistory().toJson(false)).doesNotContain("canary-of");
    }
  }

  @Test
  void whereNobodyAnswersOthersAreToldAndThenTheDeadline() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(
          with(
              request(rehearsal.lose("orders")),
              "limits",
              Map.of("decisionReminder", "PT4H", "decisionDeadline", "PT24H")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofMinutes(40));
      awaitMessages(boss, 1);
      assertThat(ops.kinds()).containsExactly("gate", "escalation");
      assertThat(boss.messages().get(0).path("headline").asText())
          .isEqualTo("rm-primary01: nobody has answered at approval-1 for 30 min");
      rehearsal.sleep(Duration.ofHours(4));
      awaitMessages(boss, 2);
      assertThat(boss.messages().get(1).path("lines").toString())
          .contains("Nobody has decided at approval-1 for 4 h");
      rehearsal.aborted();

      await("the end", () -> ops.kinds().contains("end"));
      assertThat(ops.kinds())
          .containsExactly("gate", "escalation", "reminder", "reminder", "deadline", "end");
      assertThat(boss.kinds()).containsExactly("escalation", "reminder", "reminder", "deadline");
      assertThat(boss.messages().get(3).path("headline").asText())
          .isEqualTo(
              "rm-primary01: in 2 h 0 min the restore ends by itself, nobody has decided at approval-1");
      assertThat(ops.messages()).extracting(one -> one.path("id").asText()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(Receiver.Mood.class)
  void noReceiverDelaysARestore(Receiver.Mood mood) throws IOException {
    try (Receiver ops = new Receiver(mood);
        Receiver boss = new Receiver(mood);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      RestoreReport report = approvedAndCompleted(rehearsal);

      assertThat(took(report)).isLessThan(calmTook.plus(Duration.ofMinutes(1)));
      assertThat(rehearsal.history())
          .as("the gate; the end is told by another workflow")
          .filteredOn(NotificationsTest::isNotice)
          .hasSize(1);
      assertThat(HistoryLength.of(rehearsal.history()))
          .isLessThanOrEqualTo(calmEvents + 3 * EVENTS_A_NOTICE);
    }
  }

  private static boolean isNotice(HistoryEvent event) {
    return event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
        && event
            .getActivityTaskScheduledEventAttributes()
            .getActivityType()
            .getName()
            .equals("EnsureTold");
  }

  private static RestoreReport approvedAndCompleted(Rehearsal rehearsal) {
    rehearsal.approve();
    return rehearsal.completed();
  }

  private static Duration took(RestoreReport report) {
    return Duration.between(report.decisions().get(0).at(), report.endedAt());
  }

  @Test
  void aReceiverThatIsWellAgainIsTold() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.ANSWERS_500);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofMinutes(10));
      assertThat(ops.messages()).isEmpty();
      ops.now(Receiver.Mood.WELL);
      rehearsal.sleep(Duration.ofMinutes(10));
      awaitMessages(ops, 1);
      approvedAndCompleted(rehearsal);
    }
  }

  @Test
  void whatNobodyCouldBeToldForHoursIsInTheTimeline() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.ANSWERS_500);
        Receiver boss = new Receiver(Receiver.Mood.ANSWERS_500);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofHours(7));
      assertThat(rehearsal.status().timeline())
          .anyMatch(
              entry ->
                  entry.text().startsWith("Could not tell of it (rm-primary01: the restore waits")
                      && entry.text().endsWith("ops: it answered HTTP 500"));
      approvedAndCompleted(rehearsal);
    }
  }

  @Test
  void aGateIsToldOfOnceThoughTheWorkflowContinuesAsNew() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      awaitMessages(ops, 1);
      rehearsal.sleep(Duration.ofMinutes(1));
      for (int i = 0; i < 1_100; i++) {
        rehearsal.signal("decide", Map.of("action", "undo", "comment", "nobody " + i));
      }
      rehearsal.until("another run", status -> rehearsal.runs() >= 2);
      rehearsal.sleep(Duration.ofMinutes(40));
      awaitMessages(boss, 1);
      assertThat(ops.kinds()).containsExactly("gate", "escalation");
      approvedAndCompleted(rehearsal);
    }
  }

  @Test
  void aFirstReadThatFailsIsToldOf() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.fault(FaultRule.error("DescribeDBInstanceAttribute", "Forbidden.RAM", 403, 1));
      rehearsal.start(request(rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("failure-1");
      awaitMessages(ops, 1);
      assertThat(ops.messages().get(0).path("lines").get(0).asText()).startsWith(gate.reason());
      assertThat(gate.items().get(0).remedy()).isNotNull();
      rehearsal.answer("retry", "failure-1");
      rehearsal.gate("approval-1");
      awaitMessages(ops, 2);
    }
  }

  @Test
  void aRestoreThatIsRefusedIsToldOf() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.start(
          with(
              request(rehearsal.lose("orders")),
              "restoreTo",
              Map.of("time", "2020-01-01T00:00:00Z")));
      String said = rehearsal.refusal().getOriginalMessage();
      awaitMessages(ops, 1);
      assertThat(ops.messages().get(0).path("headline").asText())
          .isEqualTo("rm-primary01: the restore was refused");
      assertThat(ops.messages().get(0).path("lines").get(0).asText()).isEqualTo(said);
    }
  }

  @Test
  void aGateThatIsSetAsideForTheCostIsToldOfOnce() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      BigDecimal limit = rehearsal.pricePerHour().multiply(BigDecimal.valueOf(3));
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(
          with(unattended(request(rehearsal.lose("orders"))), "limits", Map.of("maxCost", limit)));
      rehearsal.gate("failure-1");
      rehearsal.until("the cost", status -> "cost-1".equals(gateOf(status)));
      rehearsal.decide(with(Rehearsal.decision("approve", "cost-1"), "maxCost", 1000));
      rehearsal.until("the failure again", status -> "failure-1".equals(gateOf(status)));
      rehearsal.sleep(Duration.ofMinutes(5));
      await("the cost", () -> gates(ops).contains("cost-1 gate"));
      assertThat(gates(ops)).containsOnlyOnce("failure-1 gate", "cost-1 gate");
      assertThat(urgent(ops)).contains("cost-1");
    }
  }

  private static String gateOf(RestoreStatus status) {
    return status.waitingFor() == null ? null : status.waitingFor().gate();
  }

  private static List<String> gates(Receiver receiver) {
    return receiver.messages().stream()
        .map(one -> one.path("gate").asText() + " " + one.path("kind").asText())
        .toList();
  }

  private static List<String> urgent(Receiver receiver) {
    return receiver.messages().stream()
        .filter(one -> one.path("severity").asText().equals("urgent"))
        .map(one -> one.path("gate").asText())
        .toList();
  }

  @Test
  void oneThatIsStoppedSaysIt() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss)) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      awaitMessages(ops, 1);
      rehearsal.decide(Rehearsal.decision("abort", null));
      assertThat(rehearsal.aborted().end()).isEqualTo(RestorePhase.ABORTED);
      awaitMessages(ops, 2);
      assertThat(ops.messages().get(1).path("headline").asText())
          .as("the empty database beside is for people to drop")
          .isEqualTo("rm-primary01: the restore was stopped, 1 thing left");
    }
  }

  /**
   * Only of what is good to know: the test server lets no time pass any more once a child has ended
   * after its parent, as what tells of the restore's end would.
   */
  @Test
  void aCloneThatIsKeptIsToldOf() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.WELL);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = begin(ops, boss, Map.of(Severity.INFO, List.of("ops")))) {
      rehearsal.start(
          with(unattended(request(rehearsal.lose("orders"))), "clone", Map.of("keepFor", "P1D")));
      String keep = RestoreContract.keepWorkflowId(rehearsal.handedOver().restoreId());
      // The test server is confused by an activity that ends while it is being cancelled.
      rehearsal.until("its tags", status -> rehearsal.calls("TagResources") == 2);
      rehearsal.sleep(Duration.ofHours(20));
      await("a reminder", () -> ops.kinds().contains("kept"));
      assertThat(ops.messages().get(0).path("lines").toString()).contains("costs on");
      assertThat(ops.messages().get(0).path("commands").findValuesAsText("command"))
          .containsExactly(
              "./rds-restore extend %s --for P1D".formatted(keep), "./rds-restore abort " + keep);
      rehearsal.completed();
      await("the end of the keeping", () -> ops.kinds().contains("end"));
      assertThat(ops.kinds()).startsWith("kept").endsWith("end").containsOnlyOnce("end");
    }
  }
}
