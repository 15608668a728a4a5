package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.scenario.ActivityHook.Side;
import io.rdsrestore.demo.temporal.SkippedTime;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import io.temporal.api.enums.v1.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * I6: abort and cancel at any point lead to the same clean-up. The points are the beginning and the
 * end of each activity of a restore, and each gate.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class I6AbortTest {
  @Parameter PrimaryKind kind;

  /**
   * The activities that run alone. Those that run side by side are left to the real server: the
   * test server forgets a signal that comes while two activities end.
   */
  private static final List<String> ACTIVITIES =
      List.of(
          "ReadInstance",
          "ReadSchema",
          "EnsureClone",
          "AwaitClone",
          "EnsureCloneQuiet",
          "EnsureJob",
          "EnsureJobBought",
          "EnsureJobStarted",
          "AwaitPrecheck",
          "AwaitMigration",
          "RemoveJob",
          "CompareTables");

  /** How late a slow thing may be looked at. */
  private static final Duration LOOKS = Duration.ofMinutes(5);

  /** How a person stops a restore. */
  enum Stop {
    ABORT(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED) {
      @Override
      void stop(Rehearsal rehearsal) {
        rehearsal.signal(
            RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben", "comment", "wrong primary"));
      }
    },
    CANCEL(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED) {
      @Override
      void stop(Rehearsal rehearsal) {
        rehearsal.cancel();
      }
    };

    private final EventType event;

    Stop(EventType event) {
      this.event = event;
    }

    abstract void stop(Rehearsal rehearsal);

    void assertToldIn(RestoreReport report) {
      assertThat(report.summary())
          .contains(
              this == ABORT ? "Stopped: aborted by ben: wrong primary" : "cancelled in Temporal");
    }
  }

  static Stream<Arguments> points() {
    return ACTIVITIES.stream()
        .flatMap(
            activity ->
                Stream.of(Side.values())
                    .flatMap(
                        side ->
                            Stream.of(Stop.values())
                                .map(stop -> Arguments.of(activity, side, stop))));
  }

  @ParameterizedTest
  @MethodSource("points")
  void I6_stoppedInAnActivityNothingIsLeft(String name, Side side, Stop stop) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      AtomicBoolean stopped = new AtomicBoolean();
      Instant restoreTo = rehearsal.lose("orders");
      rehearsal
          .hook()
          .listen(
              (activity, at) -> {
                if (activity.equals(name) && at == side && stopped.compareAndSet(false, true)) {
                  stop.stop(rehearsal);
                  rehearsal.awaitHandled(stop.event);
                }
              });
      rehearsal.start(Rehearsal.unattended(request(restoreTo)));

      RestoreReport report = stop == Stop.ABORT ? rehearsal.aborted() : rehearsal.cancelled();

      assertThat(stopped).as("there is an activity " + name).isTrue();
      stop.assertToldIn(report);
      assertThat(rehearsal.bought("clone").size()).isLessThanOrEqualTo(1);
      assertThat(rehearsal.bought("dts").size()).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLONING", "PRECHECKING", "MIGRATING"})
  void I6_abortedBetweenTwoLooksNothingIsLeftAndTheEndIsSoon(RestorePhase phase) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(Rehearsal.unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(phase);
      Instant asked = rehearsal.now();
      Stop.ABORT.stop(rehearsal);
      RestoreReport report = rehearsal.aborted();
      // A clone that is still being made can be deleted only when it runs.
      assertThat(report.endedAt())
          .isBefore(asked.plus(SkippedTime.TIMINGS.cloneCreation()).plus(LOOKS));
    }
  }

  /** Where a person is asked, and how one gets there. */
  enum At {
    APPROVAL("approval-1"),
    PLAN_FAILURE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.fault(FaultRule.error("DescribePrice", "Forbidden.RAM", 403, 1));
      }
    },
    WHITELIST_FAILURE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.fault(FaultRule.error("ModifySecurityIps", "Forbidden.RAM", 403, 1));
      }
    },
    UNREACHABLE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.tables().unreachableBecause = "no route";
      }
    },
    PURCHASE_FAILURE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.fault(FaultRule.error("CloneDBInstance", "InsufficientBalance", 400, 1));
      }
    },
    RESTORE_POINT("restorePoint-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.tables().emptyInClone.add("shop.orders");
      }
    },
    CONFIGURE_FAILURE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.fault(FaultRule.error("ConfigureDtsJob", "Forbidden.RAM", 403, 1));
      }
    },
    PURCHASE_OF_JOB_FAILURE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      }
    },
    PRECHECK("precheck-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal
            .hook()
            .listen(
                (activity, side) -> {
                  if (activity.equals("EnsureJob") && side == Side.BEFORE) {
                    rehearsal.memory().createTable(Rehearsal.PRIMARY, "shop", "orders");
                  }
                });
      }
    },
    COPY_FAILURE("failure-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.fault(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
      }
    },
    DIFFERENCE("difference-1") {
      @Override
      void prepare(Rehearsal rehearsal) {
        rehearsal.tables().writtenAfterwards.add("shop.orders");
      }
    };

    private final String gate;

    At(String gate) {
      this.gate = gate;
    }

    void prepare(Rehearsal rehearsal) {}
  }

  @ParameterizedTest
  @EnumSource
  void I6_abortedAtAGateNothingIsLeft(At at) {
    stopAt(at, Stop.ABORT);
  }

  @ParameterizedTest
  @EnumSource
  void I6_cancelledAtAGateNothingIsLeft(At at) {
    stopAt(at, Stop.CANCEL);
  }

  private void stopAt(At at, Stop stop) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      Instant restoreTo = rehearsal.lose("orders");
      at.prepare(rehearsal);
      rehearsal.start(
          switch (at) {
            case APPROVAL -> request(restoreTo);
            case PRECHECK -> with(Rehearsal.unattended(request(restoreTo)), "target", "original");
            default -> Rehearsal.unattended(request(restoreTo));
          });
      Gate gate = rehearsal.gate(at.gate);
      assertThat(gate.choices()).isNotEmpty();

      stop.stop(rehearsal);
      RestoreReport report = stop == Stop.ABORT ? rehearsal.aborted() : rehearsal.cancelled();

      stop.assertToldIn(report);
      assertThat(report.end()).isEqualTo(RestorePhase.ABORTED);
      assertThat(rehearsal.status().waitingFor()).isNull();
      assertThat(rehearsal.bought("clone").size()).isLessThanOrEqualTo(1);
      assertThat(rehearsal.bought("dts").size()).isLessThanOrEqualTo(1);
    }
  }
}
