package io.rdsrestore.workflows.policy;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.request.Afterwards;
import io.rdsrestore.workflows.request.ApprovalMode;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds requests and decisions against the rules of a policy; each refusal names its rule. */
public final class PolicyJudge {
  private PolicyJudge() {}

  /** Every breach of a request, by rule. */
  public static List<PolicyBreach> ofRequest(PolicyFacts policy, RestoreRequest request) {
    List<PolicyBreach> breaches = new ArrayList<>();
    for (AppliedRule rule : policy.rules()) {
      if (rule.breach() != null) {
        breaches.add(
            breach(rule, rule.breach(), "restore another instance, or have the policy changed"));
      }
      if (rule.approvalRequired() && request.approval() == ApprovalMode.NOT_REQUIRED) {
        breaches.add(
            breach(
                rule,
                "approval notRequired is not allowed",
                "leave approval out: somebody approves the plan"));
      }
      BigDecimal wanted = request.limits().maxCost();
      if (rule.maxCost() != null && wanted != null && wanted.compareTo(rule.maxCost()) > 0) {
        breaches.add(
            breach(
                rule,
                overTheCap("limits.maxCost", wanted, rule),
                "ask for %s or less, or leave it out".formatted(rule.maxCost().toPlainString())));
      }
      forbiddenParts(rule, request, breaches);
    }
    forbiddenAfterwards(policy, request).ifPresent(breaches::add);
    return List.copyOf(breaches);
  }

  private static void forbiddenParts(
      AppliedRule rule, RestoreRequest request, List<PolicyBreach> breaches) {
    if (rule.forbids(Forbidden.KEEP_CLONE) && request.cloneWish().keepFor() != null) {
      breaches.add(
          breach(rule, "it forbids keepClone, and so clone.keepFor", "leave clone.keepFor out"));
    }
    if (rule.forbids(Forbidden.KEEP_EXISTING)
        && request.onConflict() == ConflictMode.KEEP_EXISTING) {
      breaches.add(breach(rule, "it forbids onConflict keepExisting", "leave onConflict out"));
    }
  }

  /** To be asked what to do afterwards makes sense while one of the two is allowed. */
  private static Optional<PolicyBreach> forbiddenAfterwards(
      PolicyFacts policy, RestoreRequest request) {
    return request.afterwards() == Afterwards.ASK && policy.forbidding(Forbidden.MERGE).isPresent()
        ? policy
            .forbidding(Forbidden.SWAP)
            .map(
                rule ->
                    breach(
                        rule,
                        "swap and merge are both forbidden, and afterwards ask asks for nothing else",
                        "leave afterwards out"))
        : Optional.empty();
  }

  /**
   * Why a decision is refused, naming the rule; empty if it is not. What gets a person out is never
   * refused.
   *
   * @param request as it is by now
   */
  public static Optional<String> ofDecision(
      PolicyFacts policy, RestoreRequest request, Decision decision) {
    return forbidden(policy, decision)
        .or(() -> approver(policy, request, decision))
        .or(() -> cost(policy, decision));
  }

  /** Whether a rule forbids an action whoever asks for it, so that it need not be offered. */
  public static boolean forbids(PolicyFacts policy, Action action, boolean keepsClone) {
    return deed(action, keepsClone).flatMap(policy::forbidding).isPresent();
  }

  private static Optional<Forbidden> deed(Action action, boolean keepsClone) {
    return action == Action.ABORT
        ? Optional.of(Forbidden.KEEP_CLONE).filter(keep -> keepsClone)
        : Forbidden.of(action);
  }

  private static Optional<String> forbidden(PolicyFacts policy, Decision decision) {
    return deed(decision.action(), decision.keepsClone())
        .flatMap(
            deed ->
                policy
                    .forbidding(deed)
                    .map(
                        rule ->
                            rule.refusal(
                                decision.action() == Action.ABORT
                                    ? "it forbids keepClone; an abort without it is never refused"
                                    : "it forbids " + deed.word())));
  }

  private static Optional<String> approver(
      PolicyFacts policy, RestoreRequest request, Decision decision) {
    if (decision.action() != Action.APPROVE) {
      return Optional.empty();
    }
    return policy.rules().stream()
        .filter(AppliedRule::otherApprover)
        .findFirst()
        .flatMap(
            rule -> {
              String actor = plain(decision.actor());
              if (actor.isEmpty()) {
                return Optional.of(
                    rule.refusal(
                        "whoever approves must say who they are: \"actor\", --actor NAME"));
              }
              return actor.equals(plain(request.requestedBy()))
                  ? Optional.of(
                      rule.refusal(
                          "%s has asked for this restore, somebody else must approve"
                              .formatted(decision.actor().strip())))
                  : Optional.empty();
            });
  }

  private static Optional<String> cost(PolicyFacts policy, Decision decision) {
    return policy
        .limitingCost()
        .filter(
            rule -> decision.maxCost() != null && decision.maxCost().compareTo(rule.maxCost()) > 0)
        .map(rule -> rule.refusal(overTheCap("maxCost", decision.maxCost(), rule)));
  }

  private static String overTheCap(String field, BigDecimal wanted, AppliedRule rule) {
    return "%s %s is more than the %s that it allows"
        .formatted(field, wanted.toPlainString(), rule.maxCost().toPlainString());
  }

  private static String plain(String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  private static PolicyBreach breach(AppliedRule rule, String what, String remedy) {
    return new PolicyBreach(rule.name(), rule.refusal(what), remedy);
  }
}
