package io.rdsrestore.workflows.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.json.RestoreJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  private static final AuditSource RESTORE =
      new AuditSource("restore/rm-1", "run", "abc", "rm-1", "cn-hangzhou", "ana", "INC-1");
  private static final AuditSource KEEP =
      new AuditSource("restore-keep/abc", "run", "abc", "rm-1", "cn-hangzhou", "ana", "INC-1");

  private final AuditTrail trail = new AuditTrail();

  private static DecisionRecord decision(int number, DecisionOutcome outcome) {
    return new DecisionRecord(
        number, NOW, outcome, null, "retry", "ben", false, null, null, "because");
  }

  private static List<String> ids(AuditBatch batch) {
    return batch.entries().stream().map(AuditEntry::id).toList();
  }

  @Test
  void whatCameBeforeItWasKnownFollowsTheStart() {
    trail.decided(RESTORE, decision(1, DecisionOutcome.IGNORED));
    assertThat(trail.isDue()).isFalse();
    trail.know(true, RESTORE, NOW);
    trail.know(true, RESTORE, NOW.plusSeconds(60));
    assertThat(trail.isDue()).isTrue();
    assertThat(ids(trail.next()))
        .containsExactly("abc/start", "abc/decision-1/2026-11-28T03:00:00Z");
  }

  @Test
  void whereNoneIsKeptNothingIsRemembered() throws JsonProcessingException {
    trail.decided(RESTORE, decision(1, DecisionOutcome.ACTED));
    trail.know(false, RESTORE, NOW);
    trail.decided(RESTORE, decision(2, DecisionOutcome.ACTED));
    assertThat(trail.isDue()).isFalse();
    assertThat(trail.listsRefusals()).isFalse();
    assertThat(trail.refused(RESTORE, "no", NOW)).isEmpty();
    assertThat(RestoreJson.mapper().readTree(RestoreJson.write(trail)).path("pending")).isEmpty();
  }

  @Test
  void whatIsOnItsWayGoesIntoTheNextRun() throws JsonProcessingException {
    trail.know(true, RESTORE, NOW);
    trail.decided(RESTORE, decision(1, DecisionOutcome.ACTED));
    AuditBatch sent = trail.next();
    AuditTrail next = RestoreJson.mapper().readValue(RestoreJson.write(trail), AuditTrail.class);
    assertThat(next.next()).isEqualTo(sent);
    next.know(true, RESTORE, NOW.plusSeconds(1));
    next.done(sent);
    assertThat(next.isDue()).as("one start a restore").isFalse();
  }

  @Test
  void ofAFloodTheFirstHaveALineAndWhatActsHasOneAlways() {
    trail.know(true, RESTORE, NOW);
    for (int i = 1; i <= AuditTrail.MOST_IGNORED + 5; i++) {
      trail.decided(RESTORE, decision(i, DecisionOutcome.IGNORED));
    }
    assertThat(trail.listsRefusals()).isFalse();
    trail.decided(RESTORE, decision(999, DecisionOutcome.ACTED));
    List<AuditBatch> last = trail.refused(RESTORE, "no", NOW);
    List<AuditEntry> all = last.stream().flatMap(batch -> batch.entries().stream()).toList();
    assertThat(last).allMatch(batch -> batch.entries().size() <= AuditTrail.BATCH);
    assertThat(all).hasSize(AuditTrail.MOST_IGNORED + 3);
    assertThat(all.get(all.size() - 2).decision().number()).isEqualTo(999);
    assertThat(all.get(all.size() - 1).end().decisionsNotListed()).isEqualTo(5);
    assertThat(trail.isDue()).isFalse();
  }

  @Test
  void whatKeepsACloneHasIdsOfItsOwnAndNoStart() {
    trail.know(true);
    trail.know(true, KEEP, NOW);
    trail.decided(KEEP, decision(1, DecisionOutcome.ACTED));
    assertThat(ids(trail.next())).containsExactly("abc/keep/decision-1/2026-11-28T03:00:00Z");
  }
}
