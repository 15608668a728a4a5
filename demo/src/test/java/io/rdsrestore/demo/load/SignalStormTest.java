package io.rdsrestore.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.load.Word.Fate;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowExecutionDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many words come, and whatever they are: none acts twice, and none is lost. */
@Tag("alone")
class SignalStormTest {
  private static final long SEED = new Random().nextLong();
  private static final int MOST_EVENTS = 12_000;
  private static final long MOST_BYTES = 10_000_000;
  private static final int MEGABYTE = 1_000_000;

  /**
   * As long as words keep coming Temporal refuses to continue as new (UnhandledCommand): all of
   * them may be in one history, of which it takes 50 MB.
   */
  private static final long MOST_HUGE_BYTES = 25_000_000;

  /** Before all: without one nothing is begun that would have to be ended. */
  @BeforeAll
  static void needsAServer() {
    var unused = RealTemporal.binary();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void I1_tenThousandWordsOnTheWayThroughARestore() throws Exception {
    Random random = new Random(SEED);
    try (LoadWorld world =
            new LoadWorld(Duration.ofSeconds(15), Duration.ofSeconds(2), Duration.ofSeconds(10));
        Storm storm = new Storm(world, random)) {
      world.start();
      RestoreStatus first = world.gate("approval-1");
      storm.rage(3_400);
      RestoreStatus approval = world.gate("approval-1");
      assertThat(approval.waitingFor().since()).isEqualTo(first.waitingFor().since());
      storm.send(shuffled(random, approvals(approval.waitingFor().planHash())), false);

      world.until("the clone", status -> status.cloneStatus() != null);
      int runs = runs(world).count();
      storm.rageInSignals(1_500);
      assertThat(world.status().phase()).isEqualTo(RestorePhase.CLONING);
      assertThat(runs(world).count()).as("runs since the clone was bought").isGreaterThan(runs);

      world.gate("precheck-1");
      storm.rage(3_500);
      storm.send(shuffled(random, retriesWithoutGate()), false);
      // Three have acted: the second and the third on the prechecks that the one before led to.
      RestoreStatus precheck = world.gate("precheck-4");
      assertThat(precheck.decisions())
          .filteredOn(record -> record.outcome() == DecisionOutcome.ACTED)
          .filteredOn(record -> "retry".equals(record.action()))
          .extracting(DecisionRecord::gate)
          .containsExactlyInAnyOrder("precheck-1", "precheck-2", "precheck-3");
      storm.rage(1_100);
      world.makeRoom();
      storm.send(shuffled(random, contradictions("precheck-4")), false);

      world.until("the copy", status -> status.phase() == RestorePhase.MIGRATING);
      storm.rageInSignals(500);
      RestoreReport report = world.workflow().getResult(RestoreReport.class);

      assertThat(storm.sent()).isGreaterThanOrEqualTo(10_000);
      storm.assertNothingLost();
      assertOnce(world, report);
      assertThat(report.restoreId()).isEqualTo(first.restoreId());
      assertBounded(world, storm, MOST_BYTES);
      assertStillFound(world, first.restoreId());
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + SEED + ": " + e.getMessage(), e);
    }
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void twentyWordsOfAMegabyteEach() {
    try (LoadWorld world =
            new LoadWorld(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
        Storm storm = new Storm(world, new Random(SEED))) {
      world.start();
      String restoreId = world.gate("approval-1").restoreId();
      for (int i = 0; i < 20; i++) {
        storm.send(List.of(huge(i)), false);
      }
      RestoreStatus status = world.gate("approval-1");

      assertThat(status.restoreId()).isEqualTo(restoreId);
      assertThat(status.decisions())
          .hasSize(20)
          .allSatisfy(record -> assertThat(record.note()).contains("at most 65536"));
      storm.assertNothingLost();
      assertBounded(world, storm, MOST_HUGE_BYTES);
      assertStillFound(world, restoreId);
      storm.send(List.of(abort()), false);
      assertThat(world.workflow().getResult(RestoreReport.class).end())
          .isEqualTo(RestorePhase.ABORTED);
      assertThat(world.sandbox().ledger()).isEmpty();
    }
  }

  /** One that counts, twice; three that cannot. */
  private static List<Word> approvals(String planHash) {
    Word right =
        word(
            "the approval",
            "approve",
            Map.of("gate", "approval-1", "planHash", planHash, "id", "1"));
    return List.of(
        right,
        right,
        word("wrong plan", Fate.IGNORED, Map.of("gate", "approval-1", "planHash", "none")),
        word("no gate", Fate.IGNORED, Map.of()));
  }

  /** Three that say the same in other words, and a double. */
  private static List<Word> retriesWithoutGate() {
    Word first = word("first retry", "retry", Map.of("id", "r1"));
    return List.of(
        first,
        first,
        word("second retry", "retry", Map.of("id", "r2")),
        word("third retry", "retry", Map.of("id", "r3")));
  }

  /** Retry it, and skip what cannot be skipped, and approve what asks for no approval. */
  private static List<Word> contradictions(String gate) {
    return List.of(
        word("the retry", "retry", Map.of("gate", gate)),
        Word.of(
            "the skip",
            RestoreContract.SIGNAL_SKIP_PRECHECK_ITEMS,
            Map.of("gate", gate, "comment", "the skip", "items", List.of("CHECK_ENGINE")),
            Fate.IGNORED),
        word("the approval of a precheck", Fate.IGNORED, Map.of("gate", gate)));
  }

  private static Word word(String tag, Fate fate, Map<String, Object> more) {
    return new Word(tag, RestoreContract.SIGNAL_APPROVE, json(tag, "approve", more), fate);
  }

  private static Word word(String tag, String action, Map<String, Object> more) {
    return new Word(tag, RestoreContract.DECIDE, json(tag, action, more), Fate.ANY);
  }

  private static String json(String tag, String action, Map<String, Object> more) {
    Map<String, Object> decision = new LinkedHashMap<>(more);
    decision.put("action", action);
    decision.put("comment", tag);
    return RestoreJson.write(decision);
  }

  private static Word huge(int number) {
    String json = json("x".repeat(MEGABYTE), "retry", Map.of());
    return new Word("huge " + number, RestoreContract.DECIDE, json, Fate.UNREADABLE);
  }

  private static Word abort() {
    return word("the end", "abort", Map.of());
  }

  private static List<Word> shuffled(Random random, List<Word> words) {
    List<Word> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Runs runs(LoadWorld world) {
    return Runs.of(world.world().client(), LoadWorld.workflowId());
  }

  private static void assertOnce(LoadWorld world, RestoreReport report) {
    assertThat(report.end()).as(report.summary()).isEqualTo(RestorePhase.COMPLETED);
    assertThat(report.left()).isEmpty();
    assertThat(world.bought("clone")).hasSize(1);
    assertThat(world.bought("dts")).hasSize(1);
    assertThat(world.sandbox().ledger()).extracting(LedgerEntry::releasedAt).doesNotContainNull();
    assertThat(report.decisions())
        .filteredOn(record -> record.outcome() == DecisionOutcome.ACTED && record.gate() != null)
        .extracting(DecisionRecord::gate)
        .doesNotHaveDuplicates();
    assertThat(report.decisions())
        .as("nothing still waits, and what was not used says why")
        .allSatisfy(
            record -> {
              assertThat(record.outcome()).isNotEqualTo(DecisionOutcome.KEPT);
              assertThat(record.note()).isNotBlank();
            });
  }

  private static void assertBounded(LoadWorld world, Storm storm, long mostBytes) {
    Runs runs = runs(world);
    System.out.printf(
        "%d messages, %d of them rejected, %d updates sent again; %d runs of %d events and %d bytes at most%n",
        storm.sent(),
        storm.rejected(),
        storm.repeated(),
        runs.count(),
        runs.mostEvents(),
        runs.mostBytes());
    assertThat(runs.troubles()).isEmpty();
    assertThat(runs.mostEvents()).isLessThan(MOST_EVENTS);
    assertThat(runs.mostBytes()).isLessThan(mostBytes);
    assertThat(runs.count()).isGreaterThan(1);
  }

  /** Without a worker, and after many runs: what the restore has written is still there. */
  private static void assertStillFound(LoadWorld world, String restoreId) {
    WorkflowExecutionDescription description = world.workflow().describe();
    assertThat(description.getMemo("restoreId", String.class)).isEqualTo(restoreId);
    assertThat(description.getMemo("phase", String.class))
        .isEqualTo(description.getTypedSearchAttributes().get(RestoreContract.PHASE));
    assertThat(description.getTypedSearchAttributes().get(RestoreContract.INSTANCE))
        .isEqualTo(LoadWorld.PRIMARY);
    assertThat(description.getTypedSearchAttributes().get(RestoreContract.WAITING_FOR))
        .isNotBlank();
  }
}
