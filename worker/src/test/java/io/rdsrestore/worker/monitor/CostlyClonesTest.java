package io.rdsrestore.worker.monitor;

import static io.rdsrestore.worker.monitor.Listed.CLONE;
import static io.rdsrestore.worker.monitor.Listed.START;
import static io.rdsrestore.worker.monitor.Listed.restore;
import static io.rdsrestore.worker.monitor.Listed.withClone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostlyClonesTest {
  private static final String RESTORE = "restore/rm-primary01";
  private static final String KEEP = "restore-keep/kmpz4hx7sx";
  private static final Instant UNTIL = START.plusSeconds(7_200);

  @Test
  void whatHasBoughtNothingOrHasRemovedItCostsNothing() {
    assertThat(
            CostlyClones.of(
                List.of(restore("PLANNING", null, START), withClone(RESTORE, true, 0, null, null))))
        .isEmpty();
  }

  @Test
  void aCloneOfARestoreThatRunsIsInUse() {
    assertThat(CostlyClones.of(List.of(withClone(RESTORE, true, 0, START, null))))
        .containsExactly(clone(RESTORE, CostlyClone.State.IN_USE, null));
  }

  @Test
  void aCloneThatIsKeptBelongsToWhatKeepsItWhateverItsRestoreToldLast() {
    ListedRestore ended = withClone(RESTORE, false, 0, START, null);
    ListedRestore keep = withClone(KEEP, true, 60, START, UNTIL);
    assertThat(CostlyClones.of(List.of(ended, keep)))
        .isEqualTo(CostlyClones.of(List.of(keep, ended)))
        .containsExactly(clone(KEEP, CostlyClone.State.KEPT, UNTIL));
  }

  @Test
  void whatKeptACloneAndHasRemovedItKnowsBetterThanItsRestore() {
    assertThat(
            CostlyClones.of(
                List.of(
                    withClone(KEEP, false, 60, null, UNTIL),
                    withClone(RESTORE, false, 0, START, null))))
        .isEmpty();
  }

  @Test
  void aCloneThatNothingThatRunsKnowsIsLeft() {
    assertThat(CostlyClones.of(List.of(withClone(RESTORE, false, 0, START, null))))
        .containsExactly(clone(RESTORE, CostlyClone.State.LEFT, null));
    assertThat(CostlyClones.of(List.of(withClone(KEEP, false, 0, START, UNTIL))))
        .as("its keeper was terminated: no end is ahead of it")
        .containsExactly(clone(KEEP, CostlyClone.State.LEFT, null));
  }

  @Test
  void aRunThatWasResetDoesNotSpeakForTheOneThatGoesOn() {
    assertThat(
            CostlyClones.of(
                List.of(
                    withClone(RESTORE, true, 0, START, null),
                    withClone(RESTORE, false, 60, START, null))))
        .containsExactly(clone(RESTORE, CostlyClone.State.IN_USE, null));
  }

  private static CostlyClone clone(String workflowId, CostlyClone.State state, Instant until) {
    return new CostlyClone(CLONE, "cn-hangzhou", workflowId, state, START, until);
  }
}
