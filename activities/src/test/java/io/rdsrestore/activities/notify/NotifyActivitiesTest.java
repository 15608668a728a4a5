package io.rdsrestore.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rdsrestore.activities.notify.ReceiverServer.Reply;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has been told is not told again; who hangs, refuses or fails keeps nobody else from it. */
class NotifyActivitiesTest {
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final Reply TAKEN = new Reply(204, "");

  private TestActivityEnvironment environment;
  private ReceiverServer one;
  private ReceiverServer other;
  private Object note;

  @BeforeEach
  void start() throws IOException {
    one = new ReceiverServer(message -> TAKEN);
    other = new ReceiverServer(message -> TAKEN);
    environment =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(RestoreJson.dataConverter())
                        .build())
                .build());
    environment.setActivityHeartbeatListener(Object.class, heartbeat -> note = heartbeat);
  }

  @AfterEach
  void stop() {
    environment.close();
    one.close();
    other.close();
  }

  private NotifyActivities activities(String otherUrl) {
    Map<String, String> found =
        Map.of(
            "env:ONE",
            one.url(Desks.WEBHOOK_PATH).toString(),
            "env:OTHER",
            otherUrl,
            "env:SECRET",
            Desks.SECRET);
    NotifySettings settings =
        new NotifySettings(
            Map.of("one", channel("one"), "other", channel("other")),
            new NotifyRoutes(
                Map.of(Severity.WAITING, List.of("one", "other")), List.of("one", "other")),
            null,
            null,
            null);
    environment.registerActivitiesImplementations(
        new NotifyActivitiesImpl(new Postman(settings, found::get, Clock.systemUTC(), LIMIT)));
    return environment.newActivityStub(
        NotifyActivities.class,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(20))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build());
  }

  private static Channel channel(String name) {
    return new Channel(
        name,
        ChannelKind.WEBHOOK,
        "env:" + name.toUpperCase(java.util.Locale.ROOT),
        "env:SECRET",
        List.of());
  }

  private static ApplicationFailure failure(NotifyActivities activities) {
    ActivityFailure failure =
        catchThrowableOfType(ActivityFailure.class, () -> activities.ensureTold(Samples.ofGate()));
    ApplicationFailure cause = (ApplicationFailure) failure.getCause();
    assertThat(cause.getType()).isEqualTo(RestoreErrorCode.TRANSIENT.name());
    assertThat(cause.isNonRetryable()).isFalse();
    assertThat(cause.getOriginalMessage()).doesNotContain(Desks.TOKEN, "127.0.0.1", Desks.SECRET);
    return cause;
  }

  @Test
  void allOfARouteAreToldOnce() {
    NotifyActivities activities = activities(other.url(Desks.WEBHOOK_PATH).toString());
    assertThat(activities.ensureTold(Samples.ofGate()).channels()).containsExactly("one", "other");
    assertThat(one.bodies()).hasSize(1);
    assertThat(other.bodies()).hasSize(1);
  }

  @Test
  void theNextAttemptTellsOnlyThoseWhoDoNotKnow() {
    NotifyActivities activities = activities(other.url(Desks.WEBHOOK_PATH).toString());
    other.now(message -> new Reply(500, "it holds " + Desks.TOKEN));
    assertThat(failure(activities).getOriginalMessage()).isEqualTo("other: it answered HTTP 500");

    other.now(message -> TAKEN);
    environment.setHeartbeatDetails(note);
    assertThat(activities.ensureTold(Samples.ofGate()).channels()).containsExactly("one", "other");
    assertThat(one.bodies()).hasSize(1);
    assertThat(other.bodies()).hasSize(2);
    assertThat(other.bodies().get(0)).isEqualTo(other.bodies().get(1));
  }

  @Test
  void oneThatHangsIsGivenUpSoon() {
    NotifyActivities activities = activities(other.url(Desks.WEBHOOK_PATH).toString());
    other.now(other.hanging());
    long begin = System.nanoTime();
    assertThat(failure(activities).getOriginalMessage()).startsWith("other: it did not answer");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(one.bodies()).hasSize(1);
  }

  /** Its call would hold a place that notices to others need. */
  @Test
  void oneThatHasHungIsNotCalledAgainAtOnce() {
    NotifyActivities activities = activities(other.url(Desks.WEBHOOK_PATH).toString());
    other.now(other.hanging());
    assertThat(failure(activities).getNextRetryDelay()).isNull();
    ApplicationFailure again = failure(activities);
    assertThat(again.getOriginalMessage()).isEqualTo("other: it did not answer a moment ago");
    assertThat(again.getNextRetryDelay()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    assertThat(other.bodies()).hasSize(1);
  }

  @Test
  void oneThatRefusesTheConnectionIsSaidSo() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    assertThat(
            failure(activities("http://127.0.0.1:" + nobody + Desks.WEBHOOK_PATH))
                .getOriginalMessage())
        .isEqualTo("other: it cannot be reached");
    assertThat(one.bodies()).hasSize(1);
  }

  @Test
  void plainHttpGoesNowhereElse() {
    assertThat(failure(activities("http://hooks.example.com/" + Desks.TOKEN)).getOriginalMessage())
        .isEqualTo(
            "other: what is at env:OTHER must begin with https://; plain http:// is taken to this machine only");
  }
}
