package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.RestorePhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one mechanism for every stop that a person can end, and for every word that people send.
 *
 * <p>Which gate a decision is for: it names one (open: it acts; to come: it is kept for it; closed:
 * it is late), or it names none (it acts on the open gate if that offers the action; with none open
 * it is kept for the next gate of the same phase, unless it repeats one that has acted in this
 * phase). What approves, buys or moves tables must name its gate, and is not kept for one that
 * nobody can have seen, except an approval that says by its hash which plan it is of. {@code
 * abort}, {@code pause} and {@code withdraw} need no gate. Whatever is not used is recorded with
 * the reason. Plain state, no Temporal: the workflow asks it, and hands it on as JSON when it
 * continues as new.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class GateKeeper {
  /** Who decides in the records where the restore repairs something itself. */
  public static final String ITSELF = "rds-restore";

  private static final String DOUBLE =
      "the same decision has acted in this phase; this one is a double";

  private final DecisionLog log = new DecisionLog();
  private final KeptDecisions kept = new KeptDecisions();
  private final ActedDecisions acted = new ActedDecisions();
  private final Map<GateKind, Integer> opened = new EnumMap<>(GateKind.class);
  private final Map<GateKind, Gate> suspended = new EnumMap<>(GateKind.class);
  private RestorePhase phase = RestorePhase.PLANNING;
  private Gate open;
  private Decision decided;
  private Decision abort;
  private Decision pause;
  private boolean pausable;
  @JsonIgnore private DecisionRule rule = (gate, decision) -> Optional.empty();

  @JsonIgnore
  private BiFunction<Choice, Decision, String> answer = (choice, decision) -> choice.leadsTo();

  @JsonIgnore private KeepRule keepRule;
  @JsonIgnore private Function<Decision, Optional<String>> policy = decision -> Optional.empty();

  @JsonIgnore private UndoRule undoRule;
  @JsonIgnore private BooleanSupplier refusesMistyped = () -> true;

  /** What decisions are held against beside what their gate says. */
  public void rule(DecisionRule newRule) {
    rule = newRule;
  }

  /** What follows from a decision, in a sentence, where it says more than its choice. */
  public void answer(BiFunction<Choice, Decision, String> newAnswer) {
    answer = newAnswer;
  }

  /** What nobody may do, whatever their gate offers: why a decision is refused, or empty. */
  public void policy(Function<Decision, Optional<String>> newPolicy) {
    policy = newPolicy;
  }

  /**
   * Whether a signal for a gate that is mistyped is refused; a restore that an older worker has
   * kept one for asks.
   */
  public void refusesMistyped(BooleanSupplier refuses) {
    refusesMistyped = refuses;
  }

  /** Who hears of each decision once it is settled what became of it. */
  public void settled(Consumer<DecisionRecord> listener) {
    log.listener(listener);
  }

  /** Makes {@code extend} a decision that acts: this is about a clone that is kept. */
  public void keepRule(KeepRule newRule) {
    keepRule = newRule;
  }

  /** Makes {@code undo} a decision that needs no gate: the restore it is about has ended. */
  public void undoRule(UndoRule newRule) {
    undoRule = newRule;
  }

  /** A decision has arrived: it acts, is kept or is ignored, and is recorded. */
  public Verdict receive(Decision decision, Instant now) {
    return receive(log.next(), decision, now);
  }

  private Verdict receive(int number, Decision decision, Instant now) {
    Verdict verdict = withoutMistyped(decision, judge(decision));
    if (verdict instanceof Verdict.Acts acts) {
      act(number, decision, acts, now);
    } else if (verdict instanceof Verdict.Kept) {
      kept.keep(number, decision, now);
    } else {
      log.add(number, decision, DecisionOutcome.IGNORED, decision.gate(), verdict.sentence(), now);
    }
    return verdict;
  }

  private Verdict withoutMistyped(Decision decision, Verdict verdict) {
    Optional<String> mistyped =
        verdict instanceof Verdict.Kept ? mistyped(decision) : Optional.empty();
    return mistyped.isPresent() && refusesMistyped.getAsBoolean()
        ? new Verdict.Ignored(mistyped.get())
        : verdict;
  }

  /**
   * While a gate is open nobody means one of its kind that is further off than the next: it would
   * wait for what hardly ever comes, and its sender for what does not happen.
   */
  private Optional<String> mistyped(Decision decision) {
    return Optional.ofNullable(open)
        .filter(
            gate ->
                GateName.parse(decision.gate() == null ? "" : decision.gate())
                    .filter(name -> name.kind() == gate.kind())
                    .filter(name -> name.ordinal() > opened.get(gate.kind()) + 1)
                    .isPresent())
        .map(
            gate ->
                "there is no gate %s to come; %s is open: \"gate\": \"%s\""
                    .formatted(decision.gate(), gate.gate(), gate.gate()));
  }

  /** Something arrived that could not be read as a decision. */
  public void ignoreUnreadable(String problem, Instant now) {
    log.add(
        new DecisionRecord(
            log.next(),
            now,
            DecisionOutcome.IGNORED,
            null,
            null,
            null,
            false,
            null,
            null,
            problem));
  }

  /** The restore has decided something itself: a repair of its own temporaries. */
  public void recordOwn(String action, String note, Instant now) {
    log.add(
        new DecisionRecord(
            log.next(), now, DecisionOutcome.ACTED, null, action, ITSELF, true, null, null, note));
  }

  /** What would become of a decision; changes nothing. */
  public Verdict judge(Decision decision) {
    if (acted.hasId(decision)) {
      return new Verdict.Ignored("a decision with the id " + decision.id() + " has acted already");
    }
    Optional<String> refused = policy.apply(decision);
    if (refused.isPresent()) {
      return new Verdict.Refused(refused.get());
    }
    return switch (decision.action()) {
      case ABORT -> judgeAbort(decision);
      case WITHDRAW -> judgeWithdraw(decision);
      case PAUSE -> judgePause();
      case EXTEND -> judgeExtend(decision);
      case UNDO -> undoRule == null ? judgeForGate(decision) : undoRule.judge();
      case APPROVE,
          RETRY,
          SKIP_PRECHECK_ITEMS,
          CHANGE_OBJECTS,
          CHANGE_RESTORE_POINT,
          RESUME,
          SWAP,
          MERGE,
          LEAVE ->
          judgeForGate(decision);
    };
  }

  private Verdict judgeForGate(Decision decision) {
    if (abort != null && !isCleanupOpen()) {
      return new Verdict.Ignored("the restore is being aborted");
    }
    if (decision.gate() == null) {
      return judgeUnnamed(decision);
    }
    if (open != null && open.gate().equals(decision.gate())) {
      return judgeAt(open, decision);
    }
    if (suspended.values().stream().anyMatch(gate -> gate.gate().equals(decision.gate()))) {
      return kept(decision, "it is kept until gate " + decision.gate() + " opens again");
    }
    Optional<GateName> name = GateName.parse(decision.gate());
    if (name.isEmpty()) {
      return new Verdict.Ignored(
          "there is no gate " + decision.gate() + "; gates are named like precheck-1");
    }
    if (name.get().ordinal() <= opened.getOrDefault(name.get().kind(), 0)) {
      return new Verdict.Ignored("gate " + decision.gate() + " is closed; the decision came late");
    }
    List<Action> offers = name.get().kind().mayOffer();
    if (!offers.contains(decision.action())) {
      return new Verdict.Ignored(doesNotOffer(decision, offers));
    }
    if (decision.action().answersWhatIsShown() && !saysWhichPlan(name.get().kind(), decision)) {
      return new Verdict.Ignored(notSeen(decision, name.get().kind()));
    }
    return kept(
        decision,
        "it is kept until gate %s opens%s"
            .formatted(
                decision.gate(), open == null ? "" : "; now %s is open".formatted(open.gate())));
  }

  /** An approval of a plan is of that one whenever its gate opens: {@link GateRules} holds it. */
  private static boolean saysWhichPlan(GateKind kind, Decision decision) {
    return approvesPlan(kind, decision) && decision.planHash() != null;
  }

  private static boolean approvesPlan(GateKind kind, Decision decision) {
    return kind == GateKind.APPROVAL && decision.action() == Action.APPROVE;
  }

  private String notSeen(Decision decision, GateKind kind) {
    return "gate %s is not open, %s; %s answers what a gate shows, so it is not kept: send it when the gate is open%s"
        .formatted(
            decision.gate(),
            open == null ? "and no other is" : open.gate() + " is",
            decision.action().word(),
            approvesPlan(kind, decision) ? ", or with the planHash that is approved" : "");
  }

  private static String doesNotOffer(Decision decision, List<Action> offers) {
    return "gate %s does not offer %s; it offers %s"
        .formatted(
            decision.gate(),
            decision.action().word(),
            offers.stream().map(Action::word).collect(Collectors.joining(", ")));
  }

  private boolean isCleanupOpen() {
    return open != null && open.kind() == GateKind.CLEANUP;
  }

  private Verdict judgeAbort(Decision decision) {
    if (phase == RestorePhase.KEEPING && decision.keepsClone()) {
      return new Verdict.Ignored(
          "here an abort removes the clone, so it cannot keep it: to keep it longer, extend");
    }
    if (isCleanupOpen()) {
      return new Verdict.Acts(open.gate(), leadsTo(open, Action.ABORT));
    }
    if (abort != null) {
      return new Verdict.Ignored("the restore is being aborted already");
    }
    if (phase == RestorePhase.CLEANING || phase.isEnd()) {
      return new Verdict.Ignored("the restore is cleaning up already; there is nothing to stop");
    }
    return new Verdict.Acts(
        open == null ? null : open.gate(),
        keepRule != null && phase == RestorePhase.KEEPING
            ? keepRule.abortLeadsTo()
            : "the restore stops, cleans up and reports");
  }

  /**
   * Why a decision that is answered is not taken, so that its sender looks again: it names a gate
   * that cannot be meant, or is an abort for one that is not open. Empty of everything else, and
   * never asked of a signal, which nobody would repeat.
   */
  public Optional<String> misnamed(Decision decision) {
    return decision.action() == Action.ABORT ? misnamedAbort(decision) : mistyped(decision);
  }

  private Optional<String> misnamedAbort(Decision decision) {
    boolean there =
        decision.gate() == null
            || open().filter(one -> isNamed(one, decision)).isPresent()
            || suspended.values().stream().anyMatch(one -> isNamed(one, decision));
    return there
        ? Optional.empty()
        : Optional.of(
            "gate %s is not open, %s; abort needs none: leave it out to stop the restore"
                .formatted(
                    decision.gate(), open == null ? "and no other is" : open.gate() + " is"));
  }

  private static boolean isNamed(Gate gate, Decision decision) {
    return gate.gate().equals(decision.gate());
  }

  private Verdict judgeExtend(Decision decision) {
    if (keepRule == null) {
      return new Verdict.Ignored(
          "a restore keeps its clone as long as it needs it; extend is for the clone that outlives"
              + " it, at the workflow restore-keep/<restore id>");
    }
    if (phase != RestorePhase.KEEPING || abort != null) {
      return new Verdict.Ignored("the clone is being removed");
    }
    return keepRule
        .objection(decision)
        .<Verdict>map(Verdict.Ignored::new)
        .orElseGet(() -> new Verdict.Acts(null, keepRule.sentence(decision)));
  }

  private Verdict judgeWithdraw(Decision decision) {
    List<KeptDecisions.Kept> all = kept.all();
    if (all.isEmpty()) {
      return new Verdict.Ignored("no decision waits for its gate: there is nothing to take back");
    }
    return meant(decision)
        .<Verdict>map(
            one ->
                new Verdict.Acts(
                    null,
                    "decision %d (%s) is taken back"
                        .formatted(one.number(), one.decision().action().word())))
        .orElseGet(
            () ->
                new Verdict.Ignored(
                    "it must say which decision is meant, \"decision\": one of %s"
                        .formatted(
                            String.join(
                                ", ",
                                all.stream().map(one -> "\"" + one.number() + "\"").toList()))));
  }

  private Optional<KeptDecisions.Kept> meant(Decision withdraw) {
    List<KeptDecisions.Kept> all = kept.all();
    return withdraw.decision() == null
        ? all.stream().filter(only -> all.size() == 1).findFirst()
        : all.stream().filter(one -> one.isCalled(withdraw.decision())).findFirst();
  }

  private Verdict judgePause() {
    if (abort != null) {
      return new Verdict.Ignored("the restore is being aborted");
    }
    if (pause != null) {
      return new Verdict.Ignored("it is being paused already");
    }
    return pausable
        ? new Verdict.Acts(null, "what writes to the primary or reads it at length is paused")
        : new Verdict.Ignored(
            open == null
                ? "the restore is in %s, where nothing is copied or compared: there is nothing to pause"
                    .formatted(phase)
                : "the restore waits at %s: there is nothing to pause".formatted(open.gate()));
  }

  private Verdict judgeUnnamed(Decision decision) {
    if (decision.action().mustNameItsGate()) {
      return new Verdict.Ignored(
          open == null
              ? decision.action().word() + " must name its gate, and none is open"
              : "%s must name its gate: \"gate\": \"%s\""
                  .formatted(decision.action().word(), open.gate()));
    }
    if (open != null) {
      return judgeAt(open, decision);
    }
    if (decision.action() == Action.RESUME) {
      return new Verdict.Ignored("nothing is paused");
    }
    if (acted.repeats(decision)) {
      return new Verdict.Ignored(DOUBLE);
    }
    return kept(decision, "it is kept for the next gate of " + phase);
  }

  private Verdict kept(Decision decision, String sentence) {
    return kept.full(decision)
        .<Verdict>map(Verdict.Ignored::new)
        .orElseGet(() -> new Verdict.Kept(sentence));
  }

  private Verdict judgeAt(Gate gate, Decision decision) {
    Optional<Choice> choice = gate.choice(decision.action());
    if (choice.isEmpty()) {
      return new Verdict.Ignored(
          "gate %s does not offer %s; it offers %s"
              .formatted(
                  gate.gate(),
                  decision.action().word(),
                  String.join(
                      ", ",
                      gate.choices().stream()
                          .map(each -> each.action().word())
                          .distinct()
                          .toList())));
    }
    return GateRules.objection(gate, choice.get(), decision)
        .or(() -> rule.objection(gate, decision))
        .<Verdict>map(Verdict.Ignored::new)
        .orElseGet(() -> new Verdict.Acts(gate.gate(), answer.apply(choice.get(), decision)));
  }

  private static String leadsTo(Gate gate, Action action) {
    return gate.choice(action).map(Choice::leadsTo).orElse("");
  }

  private void act(int number, Decision decision, Verdict.Acts acts, Instant now) {
    acted.add(decision);
    log.add(number, decision, DecisionOutcome.ACTED, acts.gate(), acts.sentence(), now);
    switch (decision.action()) {
      case ABORT -> {
        if (isCleanupOpen()) {
          decide(decision);
        } else {
          abort = decision;
        }
      }
      case WITHDRAW -> withdraw(decision);
      case PAUSE -> pause = decision;
      case EXTEND -> {
        // Who keeps the clone reads the new end from the decision.
      }
      case UNDO -> {
        if (undoRule == null) {
          decide(decision);
        }
      }
      case APPROVE,
          RETRY,
          SKIP_PRECHECK_ITEMS,
          CHANGE_OBJECTS,
          CHANGE_RESTORE_POINT,
          RESUME,
          SWAP,
          MERGE,
          LEAVE ->
          decide(decision);
    }
  }

  private void decide(Decision decision) {
    decided = decision;
    open = null;
  }

  private void withdraw(Decision withdraw) {
    KeptDecisions.Kept one = meant(withdraw).orElseThrow();
    kept.take(one::equals)
        .ifPresent(
            taken ->
                log.add(taken.as(DecisionOutcome.WITHDRAWN, "taken back by " + withdraw.who())));
  }

  /** The id that the next gate of a kind will have. */
  public String nextGate(GateKind kind) {
    return suspended(kind)
        .map(Gate::gate)
        .orElseGet(() -> new GateName(kind, opened.getOrDefault(kind, 0) + 1).toString());
  }

  /** A gate of this kind that has been set aside, and opens again under its own id. */
  public Optional<Gate> suspended(GateKind kind) {
    return Optional.ofNullable(suspended.get(kind));
  }

  /**
   * Opens a gate, or one again that was set aside, and lets the decisions that were kept for it
   * act, oldest first.
   */
  public void open(Gate gate, Instant now) {
    if (open != null) {
      throw new IllegalStateException(open.gate() + " is open");
    }
    if (suspended.remove(gate.kind()) == null) {
      opened.merge(gate.kind(), 1, Integer::sum);
    }
    open = gate;
    decided = null;
    while (open != null) {
      Optional<KeptDecisions.Kept> next = kept.take(one -> isFor(gate, one.decision()));
      if (next.isEmpty()) {
        return;
      }
      let(next.get(), now);
    }
  }

  /** A cost may come up beside any gate of a phase: who names no gate means another. */
  private static boolean isFor(Gate gate, Decision decision) {
    return decision.gate() == null
        ? gate.kind() != GateKind.COST
        : decision.gate().equals(gate.gate());
  }

  private void let(KeptDecisions.Kept one, Instant now) {
    if (one.decision().gate() == null && acted.repeats(one.decision())) {
      log.add(one.as(DecisionOutcome.IGNORED, DOUBLE));
    } else {
      receive(one.number(), one.decision(), now);
    }
  }

  /** Shows the open gate with a reminder. */
  public void remind(String said) {
    open = open.reminded(said);
  }

  /** Sets the open gate aside: what is decided for it meanwhile is kept until it opens again. */
  public void suspend() {
    suspended.put(open.kind(), open);
    open = null;
  }

  /** Closes the open gate undecided: its deadline has passed, or what it waited for has gone. */
  public void close() {
    open = null;
  }

  /** A phase begins; what was kept for the gates of the one before is ignored. */
  public void enter(RestorePhase next, Instant now) {
    if (next == phase) {
      return;
    }
    ignoreKept(next.isEnd());
    boolean working = next != RestorePhase.CLEANING && !next.isEnd();
    // What the clones cost is asked about in any phase of the work.
    suspended.keySet().removeIf(kind -> kind != GateKind.COST || !working);
    phase = next;
    acted.newPhase();
  }

  private void ignoreKept(boolean named) {
    for (KeptDecisions.Kept one : kept.all()) {
      if (one.decision().gate() == null || named) {
        kept.take(one::equals);
        log.add(
            one.as(
                DecisionOutcome.IGNORED,
                one.decision().gate() == null
                    ? phase + " ended without a gate for it"
                    : "its gate never opened"));
      }
    }
  }

  /** Whether something is going on now that {@code pause} can stop. */
  public void pausable(boolean isPausable) {
    pausable = isPausable;
  }

  /** The pause that a person asked for and that has not been carried out; empty if none was. */
  public Optional<Decision> pause() {
    return Optional.ofNullable(pause);
  }

  /** The pause has been carried out. */
  public void paused() {
    pause = null;
    pausable = false;
  }

  /** The gate that waits for a person; empty if none does. */
  public Optional<Gate> open() {
    return Optional.ofNullable(open);
  }

  /** The gate that people see: the open one, or one set aside that is about to open again. */
  public Optional<Gate> shown() {
    return open().or(() -> suspended.values().stream().findFirst());
  }

  /** The decision that ended the gate opened last; empty while it is undecided. */
  public Optional<Decision> decided() {
    return Optional.ofNullable(decided);
  }

  /** The decision that aborts the restore. */
  public Optional<Decision> abort() {
    return Optional.ofNullable(abort);
  }

  /** Everything people have sent, oldest first, what is still kept last. */
  public List<DecisionRecord> records() {
    List<DecisionRecord> all = new ArrayList<>(log.records());
    kept.all().forEach(one -> all.add(one.as(DecisionOutcome.KEPT, "waits for its gate")));
    return all;
  }
}
