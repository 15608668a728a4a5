package io.rdsrestore.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.demo.load.Word.Fate;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends words in bursts, waits for each burst until the restore has handled it, and keeps account:
 * every one must be found again in the status, or have been answered with a rejection.
 */
final class Storm implements AutoCloseable {
  /** So many may be on their way unseen. */
  private static final int MOST_UNPROCESSED = 50;

  /** By how many a burst may be smaller. */
  private static final int FEWER = 10;

  /** Fewer than the ten updates that a Temporal server lets be under way. */
  private static final int SENDERS = 6;

  private final LoadWorld world;
  private final Random random;
  private final Words words;
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

  /** What has arrived, by the numbers that the restore gives in the order of arrival. */
  private final TreeSet<Integer> seen = new TreeSet<>();

  private int sent;
  private int rejected;
  private final AtomicInteger repeated = new AtomicInteger();

  Storm(LoadWorld world, Random random) {
    this.world = world;
    this.random = random;
    this.words = new Words(random);
  }

  /** Sends so many of every kind, every third one as an update. */
  void rage(int count) {
    rage(count, true);
  }

  /** As {@link #rage(int)}, none as an update: an update that is rejected leaves no trace. */
  void rageInSignals(int count) {
    rage(count, false);
  }

  private void rage(int count, boolean updates) {
    int left = count;
    RestoreStatus now = world.status();
    while (left > 0) {
      int size = Math.min(left, MOST_UNPROCESSED - random.nextInt(FEWER));
      now = send(words.burst(size, now), updates);
      left -= size;
    }
  }

  /** Sends one burst and checks what has become of it; the status after it. */
  RestoreStatus send(List<Word> burst, boolean updates) {
    assertThat(burst).hasSizeLessThanOrEqualTo(MOST_UNPROCESSED);
    Map<String, Integer> refusals = sendAll(burst, updates);
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    sent += burst.size();
    rejected += refused;
    RestoreStatus status = awaitHandled();
    check(burst, refusals, fresh(status));
    return status;
  }

  /** How often each was rejected, by tag. */
  private Map<String, Integer> sendAll(List<Word> burst, boolean updates) {
    Map<Word, List<Future<Boolean>>> answers = new HashMap<>();
    for (Word word : burst) {
      boolean update = updates && random.nextInt(3) == 0;
      answers
          .computeIfAbsent(word, same -> new ArrayList<>())
          .add(senders.submit(() -> update ? isAccepted(word) : signal(word)));
    }
    Map<String, Integer> refusals = new HashMap<>();
    answers.forEach(
        (word, all) ->
            all.forEach(answer -> refusals.merge(word.tag(), get(answer) ? 0 : 1, Integer::sum)));
    return refusals;
  }

  private static boolean get(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new AssertionError("not sent", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private boolean signal(Word word) {
    stub().signal(word.signal(), word.raw());
    return true;
  }

  /** An update that meets a workflow task which fails is refused unseen, and sent again. */
  private boolean isAccepted(Word word) {
    while (true) {
      try {
        return stub().update(RestoreContract.DECIDE, DecisionAnswer.class, word.raw()).accepted();
      } catch (WorkflowUpdateException rejection) {
        assertThat(rejection).cause().hasMessageContaining("The decision is not ");
        return false;
      } catch (WorkflowServiceException refused) {
        if (!isUnseen(refused)) {
          throw refused;
        }
        repeated.incrementAndGet();
      }
    }
  }

  private static boolean isUnseen(WorkflowServiceException refused) {
    return refused.getCause() instanceof StatusRuntimeException status
        && status.getStatus().getCode() == Status.Code.FAILED_PRECONDITION
        && String.valueOf(status.getStatus().getDescription())
            .contains("due to unexpected workflow task failure");
  }

  private WorkflowStub stub() {
    return world.workflow();
  }

  private RestoreStatus awaitHandled() {
    return world.until(
        "%d messages to be handled".formatted(sent), look -> newest(look) >= sent - rejected);
  }

  /** What has come in since the last look. */
  private List<DecisionRecord> fresh(RestoreStatus status) {
    int last = seen.isEmpty() ? 0 : seen.last();
    List<DecisionRecord> fresh =
        status.decisions().stream().filter(record -> record.number() > last).toList();
    fresh.forEach(record -> seen.add(record.number()));
    return fresh;
  }

  private static int newest(RestoreStatus status) {
    return status.decisions().stream().mapToInt(DecisionRecord::number).max().orElse(0);
  }

  private void check(
      List<Word> burst, Map<String, Integer> refusals, List<DecisionRecord> records) {
    assertThat(records).allSatisfy(record -> assertThat(record.note()).isNotBlank());
    assertThat(records.stream().filter(record -> record.action() == null).count())
        .as("unreadable ones")
        .isEqualTo(arrived(burst, refusals, Fate.UNREADABLE));
    for (Word word : burst) {
      if (word.fate() != Fate.UNREADABLE) {
        checkOne(
            word,
            arrived(burst, refusals, word),
            records.stream().filter(record -> word.tag().equals(record.comment())).toList());
      }
    }
  }

  private static void checkOne(Word word, long arrived, List<DecisionRecord> records) {
    assertThat(records).as(word.toString()).hasSize((int) arrived);
    switch (word.fate()) {
      case ACTS_ONCE ->
          assertThat(records)
              .as(word.toString())
              .filteredOn(record -> record.outcome() == DecisionOutcome.ACTED)
              .hasSize(1);
      case KEPT ->
          assertThat(records)
              .as(word.toString())
              .extracting(DecisionRecord::outcome)
              .containsOnly(DecisionOutcome.KEPT);
      case IGNORED ->
          assertThat(records)
              .as(word.toString())
              .extracting(DecisionRecord::outcome)
              // While the workflow continues as new its gate is set aside for a moment.
              .isSubsetOf(DecisionOutcome.IGNORED, DecisionOutcome.KEPT);
      case UNREADABLE, ANY -> {}
    }
  }

  private static long arrived(List<Word> burst, Map<String, Integer> refusals, Word word) {
    return burst.stream().filter(word::equals).count() - refusals.get(word.tag());
  }

  private static long arrived(List<Word> burst, Map<String, Integer> refusals, Fate fate) {
    return burst.stream()
        .distinct()
        .filter(word -> word.fate() == fate)
        .mapToLong(word -> arrived(burst, refusals, word))
        .sum();
  }

  int sent() {
    return sent;
  }

  int rejected() {
    return rejected;
  }

  /** How many updates were sent again since the server had refused them unseen. */
  int repeated() {
    return repeated.get();
  }

  /** Every number up to the newest has been seen: nothing was lost, nothing counted twice. */
  void assertNothingLost() {
    assertThat(seen).hasSize(sent - rejected);
    assertThat(seen.last()).isEqualTo(sent - rejected);
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
