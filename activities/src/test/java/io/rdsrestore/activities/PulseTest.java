package io.rdsrestore.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Duration BEAT = Duration.ofMillis(20);

  private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch first = new CountDownLatch(1);
  private Supplier<String> body;

  /** An activity whose body the test gives. */
  @ActivityInterface
  public interface Slow {
    String call();
  }

  @BeforeEach
  void register() {
    environment.registerActivitiesImplementations((Slow) () -> Pulse.during(BEAT, body));
    environment.setActivityHeartbeatListener(
        String.class,
        note -> {
          heard.add(String.valueOf(note));
          first.countDown();
        });
  }

  @AfterEach
  void close() {
    environment.close();
  }

  private String run(Supplier<String> slow) {
    body = slow;
    return environment
        .newActivityStub(
            Slow.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(1)).build())
        .call();
  }

  private void awaitBeat() {
    try {
      assertThat(first.await(20, TimeUnit.SECONDS)).as("a beat").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAttemptThatWaitsForAnAnswerIsSeenToLive() {
    assertThat(
            run(
                () -> {
                  awaitBeat();
                  return "answered";
                }))
        .isEqualTo("answered");
    assertThat(heard).as("nothing was noted").containsExactly("null");
  }

  @Test
  void I1_theNoteOfAnEarlierAttemptOutlivesTheBeatsOfThisOne() {
    environment.setHeartbeatDetails("sending at some time");
    String seen =
        run(
            () -> {
              awaitBeat();
              return Attempt.current().lastNote().orElse("lost");
            });
    assertThat(seen).isEqualTo("sending at some time");
    assertThat(heard).containsExactly("sending at some time");
  }

  /** The SDK would save the note up: a worker that is killed meanwhile takes it along. */
  @Test
  void I1_aNoteAfterABeatIsWithTheServerBeforeTheNextLine() {
    String seen =
        run(
            () -> {
              awaitBeat();
              Attempt.current().note("sending");
              return String.join(", ", heard);
            });
    assertThat(seen).isEqualTo("null, sending");
  }

  @Test
  void aBodyThatReturnsNothingRunsOnce() {
    AtomicInteger runs = new AtomicInteger();
    run(
        () -> {
          runs.incrementAndGet();
          return null;
        });
    assertThat(runs).hasValue(1);
  }

  @Test
  void whatNoActivityRunsHasNoPulse() {
    assertThat(Pulse.during(() -> "done")).isEqualTo("done");
  }
}
