package io.rdsrestore.workflows.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What has yet to come to the audit. Plain state: it goes as JSON into the next run when the
 * workflow continues as new, so that what is on its way then is sent once more, by the same id.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE,
    creatorVisibility = JsonAutoDetect.Visibility.NONE)
public final class AuditTrail {
  /**
   * So many ignored decisions of a restore have a line each. Who sends more means none of them;
   * what acts has its line always.
   */
  public static final int MOST_IGNORED = 200;

  /** So many go together. */
  static final int BATCH = 20;

  private final List<AuditEntry> pending = new ArrayList<>();
  private int ignored;
  private boolean begun;

  /** Whether the worker keeps an audit; null while that is not known. */
  private Boolean kept;

  /** The worker that has read the primary last keeps one, or does not. */
  public void know(boolean isKept, AuditSource source, Instant now) {
    kept = isKept;
    if (!isKept) {
      pending.clear();
    } else if (!begun) {
      begun = true;
      pending.add(0, source.start(now));
    }
  }

  /** A workflow that goes on for one that has ended knows it from that. */
  public void know(boolean isKept) {
    kept = isKept;
    begun = true;
  }

  /** It is settled what became of a decision. */
  public void decided(AuditSource source, DecisionRecord decision) {
    if (Boolean.FALSE.equals(kept)) {
      return;
    }
    if (decision.outcome() == DecisionOutcome.IGNORED && ++ignored > MOST_IGNORED) {
      return;
    }
    pending.add(source.decision(decision));
  }

  /** Whether a decision that is refused would have a line: then it is let in to be recorded. */
  public boolean listsRefusals() {
    return Boolean.TRUE.equals(kept) && ignored < MOST_IGNORED;
  }

  /** Whether the worker keeps an audit, as far as that is known. */
  public boolean isKept() {
    return Boolean.TRUE.equals(kept);
  }

  /** Whether something can be sent. */
  public boolean isDue() {
    return Boolean.TRUE.equals(kept) && !pending.isEmpty();
  }

  /** What goes next. */
  public AuditBatch next() {
    return new AuditBatch(List.copyOf(pending.subList(0, Math.min(BATCH, pending.size()))));
  }

  /** It is there, or was given up. */
  public void done(AuditBatch batch) {
    pending.removeAll(batch.entries());
  }

  /**
   * The end, and all that is not there yet, in batches; from now on nothing is sent. Empty where no
   * audit is kept.
   */
  public List<AuditBatch> last(AuditSource source, RestoreReport report, Instant now) {
    return last(source.end(report, notListed(), now));
  }

  /** Likewise, of a restore that was refused. */
  public List<AuditBatch> refused(AuditSource source, String because, Instant now) {
    return last(source.refused(because, notListed(), now));
  }

  private List<AuditBatch> last(AuditEntry end) {
    List<AuditBatch> batches = new ArrayList<>();
    if (Boolean.TRUE.equals(kept)) {
      pending.add(end);
      while (!pending.isEmpty()) {
        AuditBatch batch = next();
        batches.add(batch);
        pending.removeAll(batch.entries());
      }
    }
    kept = false;
    return batches;
  }

  private int notListed() {
    return Math.max(0, ignored - MOST_IGNORED);
  }
}
