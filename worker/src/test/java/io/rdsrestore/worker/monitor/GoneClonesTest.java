package io.rdsrestore.worker.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.temporal.failure.ApplicationFailure;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoneClonesTest {
  private static final CostlyClone LEFT = clone("rm-left", CostlyClone.State.LEFT);

  private final List<String> asked = new ArrayList<>();
  private Instant now = Listed.START;
  private RestoreErrorCode answer;
  private final GoneClones gone = new GoneClones(rds(), clock());

  @Test
  void onlyWhatWasLeftIsAskedForAndNotAtEveryLook() {
    List<CostlyClone> clones =
        List.of(
            LEFT,
            clone("rm-used", CostlyClone.State.IN_USE),
            clone("rm-kept", CostlyClone.State.KEPT));
    assertThat(gone.without(clones)).isEqualTo(clones);
    assertThat(gone.without(clones)).isEqualTo(clones);
    assertThat(asked).containsExactly("rm-left");
    now = now.plus(Duration.ofMinutes(10));
    assertThat(gone.without(clones)).isEqualTo(clones);
    assertThat(asked).containsExactly("rm-left", "rm-left");
  }

  @Test
  void whatIsGoneIsTakenOutAndNeverAskedForAgain() {
    answer = RestoreErrorCode.NOT_FOUND;
    assertThat(gone.without(List.of(LEFT))).isEmpty();
    now = now.plus(Duration.ofDays(1));
    assertThat(gone.without(List.of(LEFT))).isEmpty();
    assertThat(asked).containsExactly("rm-left");
  }

  @Test
  void aCloudThatDoesNotAnswerMakesNothingDisappear() {
    answer = RestoreErrorCode.TRANSIENT;
    assertThat(gone.without(List.of(LEFT))).containsExactly(LEFT);
  }

  @Test
  void ofManySomeAreAskedForAtEachLook() {
    answer = RestoreErrorCode.NOT_FOUND;
    List<CostlyClone> many =
        IntStream.range(0, 25).mapToObj(i -> clone("rm-" + i, CostlyClone.State.LEFT)).toList();
    assertThat(gone.without(many)).hasSize(15);
    assertThat(gone.without(many)).hasSize(5);
    assertThat(gone.without(many)).isEmpty();
  }

  private static CostlyClone clone(String id, CostlyClone.State state) {
    return new CostlyClone(id, "cn-hangzhou", "restore/rm-primary01", state, Listed.START, null);
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private RdsActivities rds() {
    return (RdsActivities)
        Proxy.newProxyInstance(
            RdsActivities.class.getClassLoader(),
            new Class<?>[] {RdsActivities.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("readInstance");
              asked.add(((InstanceReference) arguments[0]).instanceId());
              if (answer != null) {
                throw ApplicationFailure.newFailure("no", answer.name());
              }
              return null;
            });
  }
}
