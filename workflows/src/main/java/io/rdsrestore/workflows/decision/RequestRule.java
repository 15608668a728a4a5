package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestChange;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A decision that changes the request must leave it valid, and change something. */
public final class RequestRule implements DecisionRule {
  private final Supplier<RestoreRequest> request;
  private final Supplier<BigDecimal> maxCost;
  private final Supplier<Instant> now;
  private final BooleanSupplier isBought;

  /**
   * @param request as it is by now
   * @param maxCost the limit as it is by now; null: none
   * @param now the time that a restore point must not lie after
   * @param isBought whether a clone was bought, which another of the same instant may replace
   */
  public RequestRule(
      Supplier<RestoreRequest> request,
      Supplier<BigDecimal> maxCost,
      Supplier<Instant> now,
      BooleanSupplier isBought) {
    this.request = request;
    this.maxCost = maxCost;
    this.now = now;
    this.isBought = isBought;
  }

  @Override
  public Optional<String> objection(Gate gate, Decision decision) {
    return switch (decision.action()) {
      case CHANGE_OBJECTS -> objectionToObjects(decision);
      case CHANGE_RESTORE_POINT -> objectionToRestorePoint(decision);
      case APPROVE -> gate.kind() == GateKind.COST ? objectionToCost(decision) : Optional.empty();
      case RETRY,
          SKIP_PRECHECK_ITEMS,
          SWAP,
          MERGE,
          UNDO,
          LEAVE,
          PAUSE,
          RESUME,
          WITHDRAW,
          EXTEND,
          ABORT ->
          Optional.empty();
    };
  }

  private Optional<String> objectionToObjects(Decision decision) {
    if (decision.objects() == null && decision.target() == null) {
      return Optional.of("it says neither objects nor target: nothing would change");
    }
    return objection(
        RequestChange.ofObjects(request.get(), decision.objects(), decision.target(), now.get()));
  }

  private Optional<String> objectionToRestorePoint(Decision decision) {
    if (decision.restoreTo() == null) {
      return Optional.of(
          "it says no restoreTo, for example {\"time\": \"2026-11-22T16:15:00+08:00\"}");
    }
    ReadRequest changed =
        RequestChange.ofRestorePoint(request.get(), decision.restoreTo(), now.get());
    // Somebody may have deleted the clone: then another of the same instant is what is wanted.
    return changed.isValid() && isBought.getAsBoolean() ? Optional.empty() : objection(changed);
  }

  private Optional<String> objection(ReadRequest changed) {
    if (!changed.isValid()) {
      return Optional.of(
          changed.problems().stream()
              .map(RequestProblem::toString)
              .collect(Collectors.joining("; ")));
    }
    return changed.request().equals(request.get())
        ? Optional.of("it is what the restore does already: nothing would change")
        : Optional.empty();
  }

  private Optional<String> objectionToCost(Decision decision) {
    if (decision.maxCost() == null) {
      return Optional.of(
          "it says no new limit: \"maxCost\": a number above " + text(maxCost.get()));
    }
    return maxCost.get() != null && decision.maxCost().compareTo(maxCost.get()) <= 0
        ? Optional.of(
            "its maxCost %s is not above the present limit, %s"
                .formatted(text(decision.maxCost()), text(maxCost.get())))
        : Optional.empty();
  }

  private static String text(BigDecimal amount) {
    return amount == null ? "0" : amount.toPlainString();
  }
}
