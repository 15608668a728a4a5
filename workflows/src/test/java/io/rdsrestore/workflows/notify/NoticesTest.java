package io.rdsrestore.workflows.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final NoticeSource SOURCE =
      new NoticeSource("restore/rm-1", "run", "kmpz4hx7sx", "rm-1", "cn-hangzhou", null);

  private static Gate gate(GateKind kind) {
    GateRequest request =
        GateRequest.of(
            kind,
            "why",
            List.of(GateItem.of("item", "is wrong", "mend it")),
            List.of(
                Choice.of(Action.RETRY, "it is tried again"),
                Choice.of(Action.ABORT, "the restore stops")));
    return new Gate(
        kind.word() + "-1",
        kind,
        NOW,
        NOW.plus(Duration.ofDays(3)),
        request.reason(),
        request.items(),
        request.choices(),
        GateCommands.of("restore/rm-1", kind.word() + "-1", request),
        null,
        null);
  }

  @Test
  void aGateSaysWhatIsNeededAndHow() {
    Notice notice = Notices.ofGate(SOURCE, NoticeKind.GATE, gate(GateKind.FAILURE), false, NOW);
    assertThat(notice.id()).isEqualTo("kmpz4hx7sx/failure-1/gate");
    assertThat(notice.severity()).isEqualTo(Severity.WAITING);
    assertThat(notice.lines())
        .containsExactly(
            "why.",
            "item: is wrong. What helps: mend it.",
            "Without a decision the restore ends by itself at 2026-11-26T02:00:00Z, as safely as it can.");
    assertThat(notice.commands())
        .startsWith(
            new NoticeCommand(
                "retry: it is tried again", "./rds-restore retry rm-1 --gate failure-1"),
            new NoticeCommand("abort: the restore stops", "./rds-restore abort rm-1"))
        .hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void anEscalationOfAnyGateIsUrgent(GateKind kind) {
    assertThat(Notices.ofGate(SOURCE, NoticeKind.ESCALATION, gate(kind), true, NOW).severity())
        .isEqualTo(Severity.URGENT);
    assertThat(Notices.ofGate(SOURCE, NoticeKind.GATE, gate(kind), false, NOW).severity())
        .isNotEqualTo(Severity.INFO);
  }

  @Test
  void twoRemindersAreTwoMessages() {
    Gate gate = gate(GateKind.FAILURE);
    assertThat(Notices.ofGate(SOURCE, NoticeKind.REMINDER, gate, false, NOW).id())
        .isNotEqualTo(
            Notices.ofGate(SOURCE, NoticeKind.REMINDER, gate, false, NOW.plusSeconds(60)).id());
  }

  @Test
  void anEndThatLeavesSomethingIsForSomebody() {
    Notice done = Notices.ofEnd(SOURCE, report(RestorePhase.COMPLETED, List.of()), NOW);
    assertThat(done.severity()).isEqualTo(Severity.INFO);
    assertThat(done.headline()).isEqualTo("rm-1: the restore has ended");

    Notice left =
        Notices.ofEnd(
            SOURCE,
            report(
                RestorePhase.COMPLETED,
                List.of(new LeftBehind("clone rm-ck1", "it is protected", "aliyun rds x"))),
            NOW);
    assertThat(left.severity()).isEqualTo(Severity.WAITING);
    assertThat(left.headline()).isEqualTo("rm-1: the restore has ended, 1 thing left");
    assertThat(left.commands())
        .startsWith(new NoticeCommand("remove clone rm-ck1:", "aliyun rds x"));
  }

  @Test
  void theSameOrphansAreToldOnceADay() {
    SweepLookReport report =
        SweepLookReport.of("default", List.of("cn-hangzhou"), List.of(), List.of("region x: no"));
    NoticeSource look = new NoticeSource("sweep", "run", null, null, null, null);
    String first = Notices.ofOrphans(look, report, NOW).id();
    assertThat(Notices.ofOrphans(look, report, NOW.plus(Duration.ofHours(1))).id())
        .isEqualTo(first);
    assertThat(Notices.ofOrphans(look, report, NOW.plus(Duration.ofDays(1))).id())
        .isNotEqualTo(first);
  }

  /** Of a build that did not know it. */
  @Test
  void absentFactsMeanThatNobodyIsTold() throws Exception {
    Notice notice =
        Notices.ofGate(SOURCE, NoticeKind.ESCALATION, gate(GateKind.FAILURE), true, NOW);
    assertThat(RestoreJson.mapper().readValue("{}", NotifyFacts.class).reaches(notice)).isFalse();
  }

  @Test
  void aRouteNamesEachChannelOnce() {
    NotifyRoutes routes =
        new NotifyRoutes(Map.of(Severity.URGENT, List.of("a", "b")), List.of("b", "c"));
    assertThat(routes.of(Severity.URGENT, true)).containsExactly("a", "b", "c");
    assertThat(routes.of(Severity.URGENT, false)).containsExactly("a", "b");
    assertThat(routes.severities()).containsExactly(Severity.URGENT);
  }

  private static RestoreReport report(RestorePhase end, List<LeftBehind> left) {
    return new RestoreReport(
        "kmpz4hx7sx",
        "rm-1",
        end,
        Outcome.IN_PLACE,
        "All of it is back",
        "ana",
        "INC",
        null,
        NOW,
        NOW,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        left,
        List.of(),
        null,
        List.of());
  }
}
