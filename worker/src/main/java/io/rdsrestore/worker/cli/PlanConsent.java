package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.plan.RestorePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Waits for the plan of a restore that has just been started, shows it, and approves exactly that
 * plan, by its hash, if somebody says yes, or has said so ahead up to a cost.
 */
final class PlanConsent {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  /** A plan takes some seconds; who has no worker waits in vain. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Who has heard nothing for so long is told why. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final ExecutionReader reader;
  private final DecisionSender sender;
  private final OutputOptions output;
  private final Person person;
  private final ConsentOptions consent;

  PlanConsent(
      ExecutionReader reader,
      DecisionSender sender,
      OutputOptions output,
      Person person,
      ConsentOptions consent) {
    this.reader = reader;
    this.sender = sender;
    this.output = output;
    this.person = person;
    this.consent = consent;
  }

  /** Whether there is anybody to ask, or anything was said ahead. */
  static boolean isWanted(ConsentOptions consent, OutputOptions output, Person person) {
    return consent.maxCost() != null
        || (!consent.isSilent() && !output.isJson() && person.isThere());
  }

  /** The exit code, by the contract of the command line; 0 if it goes on. */
  int obtain() throws InterruptedException {
    Optional<Execution> found = awaitGate();
    if (found.isEmpty()) {
      output.line(
          "There is no plan after %d minutes; ./rds-restore status shows what it waits for."
              .formatted(LONGEST.toMinutes()));
      return ExitCode.PERSON_NEEDED;
    }
    Execution execution = found.get();
    Gate gate = execution.isRunning() ? execution.status().waitingFor() : null;
    if (gate == null) {
      // It has ended, or needs no approval.
      return execution.isRunning() ? ExitCode.DONE : told(execution);
    }
    if (gate.kind() != GateKind.APPROVAL) {
      return told(execution);
    }
    return decide(execution, gate);
  }

  private int told(Execution execution) {
    output.lines(new StatusText(Times.local()).lines(execution));
    return execution.exitCode();
  }

  private int decide(Execution execution, Gate gate) throws InterruptedException {
    RestorePlan plan = execution.status().plan();
    Questions questions =
        new Questions(
            person,
            output,
            unanswered(
                execution.status().restoreId(), execution.status().instanceId(), gate.gate()));
    if (!output.isJson()) {
      questions.showPlan(plan);
    }
    boolean agreed = consent.maxCost() == null ? questions.agree(question(plan)) : isWithin(plan);
    if (!agreed) {
      tellWaiting(execution, gate);
      return ExitCode.PERSON_NEEDED;
    }
    DecisionAnswer answer =
        sender.send(
            Decision.builder(Action.APPROVE)
                .gate(gate.gate())
                .planHash(plan.hash())
                .actor(consent.actor())
                .id(UUID.randomUUID().toString())
                .build());
    if (output.isJson()) {
      output.jsonLine(answer);
    } else {
      output.line("Approved at %s: %s".formatted(answer.gate(), answer.follows()));
    }
    return ExitCode.DONE;
  }

  /** What they read who stop the command at the question. */
  static String unanswered(String restoreId, String instance, String gate) {
    return "No answer, so nothing is approved or bought; restore %s goes on waiting. ./rds-restore status %s shows its plan again; approve it: ./rds-restore approve %s --gate %s; or end it: ./rds-restore abort %s"
        .formatted(restoreId, instance, instance, gate, instance);
  }

  /** What somebody is asked who has just read the plan. */
  static String question(RestorePlan plan) {
    return "Approve plan %s%s, with the terms of service of RDS and DTS? [y/N]"
        .formatted(plan.hash(), cost(plan));
  }

  private boolean isWithin(RestorePlan plan) {
    BigDecimal expected = plan.expectedCost();
    if (expected != null && expected.compareTo(consent.maxCost()) <= 0) {
      return true;
    }
    say(
        "Not approved: the plan is expected to cost %s, and --max-cost allows %s."
            .formatted(
                expected == null ? "nobody knows what" : amount(plan),
                consent.maxCost().toPlainString()));
    return false;
  }

  private static String cost(RestorePlan plan) {
    return plan.expectedCost() == null ? "" : " for about " + amount(plan);
  }

  private static String amount(RestorePlan plan) {
    return "%s %s".formatted(plan.expectedCost().toPlainString(), plan.price().currency());
  }

  private void tellWaiting(Execution execution, Gate gate) {
    String instance = execution.status().instanceId();
    say(
        "Nothing is bought. It waits at %s: ./rds-restore approve %s --gate %s, or ./rds-restore abort %s"
            .formatted(gate.gate(), instance, gate.gate(), instance));
  }

  private void say(String line) {
    if (!output.isJson()) {
      output.line(line);
    }
  }

  /** Empty if there is neither a gate nor an end for too long. */
  private Optional<Execution> awaitGate() throws InterruptedException {
    Instant until = Instant.now().plus(LONGEST);
    Instant hint = Instant.now().plus(SILENCE);
    boolean hinted = false;
    while (Instant.now().isBefore(until)) {
      Execution execution = reader.readOrNull();
      if (execution != null && isDecidable(execution)) {
        return Optional.of(execution);
      }
      if (!hinted
          && execution != null
          && execution.status() == null
          && Instant.now().isAfter(hint)) {
        say("No worker answers, so there is no plan yet: ./rds-restore worker starts one.");
        hinted = true;
      }
      Thread.sleep(INTERVAL.toMillis());
    }
    return Optional.empty();
  }

  /** Somebody is waited for, or nobody will be: the request may say that no approval is needed. */
  private static boolean isDecidable(Execution execution) {
    return !execution.isRunning()
        || execution.isWaitingForPerson()
        || (execution.status() != null
            && execution.status().phase() != RestorePhase.PLANNING
            // It ends in a moment, and then tells how.
            && !execution.status().phase().isEnd());
  }
}
