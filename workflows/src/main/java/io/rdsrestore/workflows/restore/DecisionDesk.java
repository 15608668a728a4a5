package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.DecisionReader;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.ReadDecision;
import io.rdsrestore.workflows.decision.UnknownSignal;
import io.rdsrestore.workflows.decision.Verdict;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;

/** Where decisions come in, as updates and as signals, whatever the workflow is about. */
final class DecisionDesk {
  private static final Logger log = Workflow.getLogger(DecisionDesk.class);

  private final GateKeeper keeper;
  private final Turnover turnover;
  private final BooleanSupplier recordsRefusals;
  private final BiConsumer<Decision, Verdict> received;

  /**
   * @param recordsRefusals whether an update that the policy refuses is let in, so that it is
   *     recorded, and fails; else it leaves no trace
   * @param received told of each decision after it was judged
   */
  DecisionDesk(
      GateKeeper keeper,
      Turnover turnover,
      BooleanSupplier recordsRefusals,
      BiConsumer<Decision, Verdict> received) {
    this.keeper = keeper;
    this.turnover = turnover;
    this.recordsRefusals = recordsRefusals;
    this.received = received;
  }

  /** Rejects an update that would not be used, before anything is recorded. */
  void validate(RawValue decision) {
    ReadDecision read = DecisionReader.read(Raw.bytes(decision), null);
    if (!read.isReadable()) {
      throw new DecisionRejected("The decision is not usable: " + read.problem());
    }
    keeper
        .misnamed(read.decision())
        .ifPresent(
            reason -> {
              throw new DecisionRejected(notAccepted(new Verdict.Ignored(reason)));
            });
    Verdict verdict = keeper.judge(read.decision());
    boolean unused = verdict instanceof Verdict.Ignored || verdict instanceof Verdict.Refused;
    boolean recorded = verdict instanceof Verdict.Refused && recordsRefusals.getAsBoolean();
    if (unused && !recorded) {
      throw new DecisionRejected(notAccepted(verdict));
    }
  }

  /** An update; its answer. */
  DecisionAnswer decide(RawValue decision) {
    turnover.count(Raw.bytes(decision));
    ReadDecision read = DecisionReader.read(Raw.bytes(decision), null);
    Verdict verdict = receive(read.decision());
    if (verdict instanceof Verdict.Refused refused) {
      log.warn(
          "{}: {} by {} is refused: {}",
          Workflow.getInfo().getWorkflowId(),
          read.decision().action().word(),
          read.decision().who(),
          refused.sentence());
      throw Refusal.ofDecision(notAccepted(refused));
    }
    return new DecisionAnswer(
        true,
        verdict instanceof Verdict.Acts acts ? acts.gate() : read.decision().gate(),
        verdict.sentence());
  }

  /**
   * A signal.
   *
   * @param named the action that the signal's own name says; null where the message must say it
   */
  void signal(RawValue decision, Action named) {
    turnover.count(Raw.bytes(decision));
    ReadDecision read = DecisionReader.read(Raw.bytes(decision), named);
    if (read.isReadable()) {
      var unused = receive(read.decision());
    } else {
      keeper.ignoreUnreadable(read.problem(), Clock.now());
    }
  }

  /**
   * Signals of other names, which the SDK would keep in silence: people see what they sent.
   *
   * @param known names of the signals that there are
   */
  void listenToTheRest(List<String> known) {
    Workflow.registerListener(
        (DynamicSignalHandler)
            (name, message) -> {
              turnover.count(
                  message.getSize() == 0 ? new byte[0] : Raw.bytes(message.get(0, RawValue.class)));
              keeper.ignoreUnreadable(UnknownSignal.problem(name, known), Clock.now());
            });
  }

  private static String notAccepted(Verdict verdict) {
    return DecisionAnswer.NOT_ACCEPTED + verdict.sentence();
  }

  private Verdict receive(Decision decision) {
    Verdict verdict = keeper.receive(decision, Clock.now());
    received.accept(decision, verdict);
    return verdict;
  }
}
