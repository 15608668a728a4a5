package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.RestorePhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one mechanism for every stop that a person can end, and for every word that people send.
 *
 * <p>Which gate a decision is for: it names one (open: it acts; to come: it is kept for it; closed:
 * it is late), or it names none (it acts on the open gate if that offers the action; with none open
 * it is kept for the next gate of the same phase, unless it repeats one that has acted in this
 * phase). {@code approve} must name its gate. {@code abort} needs none and always counts. Whatever
 * is not used is recorded with the reason. Plain state, no Temporal: the workflow asks it.
 */
public final class GateKeeper {
  /** How many decisions are kept in full; of more, the oldest unused ones are forgotten first. */
  static final int MOST_RECORDS = 200;

  /** How many decisions may wait for their gates at once. */
  static final int MOST_WAITING = 100;

  /** Who decides where the restore does so itself. */
  private static final String OWN_ACTOR = "rds-restore";

  private static final String DOUBLE =
      "the same decision has acted in this phase; this one is a double";

  private final List<DecisionRecord> records = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<GateKind, Integer> opened = new EnumMap<>(GateKind.class);
  private final Set<Decision> actedInPhase = new HashSet<>();
  private final Set<String> actedIds = new HashSet<>();
  private RestorePhase phase = RestorePhase.PLANNING;
  private Gate open;
  private Decision decided;
  private Decision abort;

  private record Waiting(Decision decision, Instant at) {}

  /** A decision has arrived: it acts, is kept or is ignored, and is recorded. */
  public Verdict receive(Decision decision, Instant now) {
    Verdict verdict = judge(decision);
    if (verdict instanceof Verdict.Acts acts) {
      act(decision, acts, now);
    } else if (verdict instanceof Verdict.Kept) {
      waiting.add(new Waiting(decision, now));
    } else {
      record(decision, DecisionOutcome.IGNORED, decision.gate(), verdict.sentence(), now);
    }
    return verdict;
  }

  /** What the restore has decided by itself, kept beside what people send. */
  public void recordOwn(String action, String note, Instant now) {
    add(new DecisionRecord(now, DecisionOutcome.ACTED, null, action, OWN_ACTOR, null, null, note));
  }

  /** Something arrived that could not be read as a decision. */
  public void ignoreUnreadable(String problem, Instant now) {
    add(new DecisionRecord(now, DecisionOutcome.IGNORED, null, null, null, null, null, problem));
  }

  /** What would become of a decision; changes nothing. */
  public Verdict judge(Decision decision) {
    if (decision.id() != null && actedIds.contains(decision.id())) {
      return new Verdict.Ignored("a decision with the id " + decision.id() + " has acted already");
    }
    if (decision.action() == Action.ABORT) {
      return judgeAbort();
    }
    if (abort != null && !isCleanupOpen()) {
      return new Verdict.Ignored("the restore is being aborted");
    }
    if (decision.gate() == null) {
      return judgeUnnamed(decision);
    }
    if (open != null && open.gate().equals(decision.gate())) {
      return judgeAt(open, decision);
    }
    Optional<GateName> name = GateName.parse(decision.gate());
    if (name.isEmpty()) {
      return new Verdict.Ignored(
          "there is no gate " + decision.gate() + "; gates are named like precheck-1");
    }
    if (name.get().ordinal() <= opened.getOrDefault(name.get().kind(), 0)) {
      return new Verdict.Ignored("gate " + decision.gate() + " is closed; the decision came late");
    }
    return kept("it is kept until gate " + decision.gate() + " opens");
  }

  private boolean isCleanupOpen() {
    return open != null && open.kind() == GateKind.CLEANUP;
  }

  private Verdict judgeAbort() {
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
        open == null ? null : open.gate(), "the restore stops, cleans up and reports");
  }

  private Verdict judgeUnnamed(Decision decision) {
    if (decision.action() == Action.APPROVE) {
      return new Verdict.Ignored(
          open == null
              ? "approve must name its gate, and none is open"
              : "approve must name its gate: \"gate\": \"" + open.gate() + "\"");
    }
    if (open != null) {
      return judgeAt(open, decision);
    }
    if (actedInPhase.contains(comparable(decision))) {
      return new Verdict.Ignored(DOUBLE);
    }
    return kept("it is kept for the next gate of " + phase);
  }

  private Verdict kept(String sentence) {
    return waiting.size() < MOST_WAITING
        ? new Verdict.Kept(sentence)
        : new Verdict.Ignored(MOST_WAITING + " decisions wait for their gates already");
  }

  private static Verdict judgeAt(Gate gate, Decision decision) {
    Optional<Choice> choice = gate.choice(decision.action());
    if (choice.isEmpty()) {
      return new Verdict.Ignored(
          "gate %s does not offer %s; it offers %s"
              .formatted(
                  gate.gate(),
                  decision.action().word(),
                  String.join(
                      ", ", gate.choices().stream().map(each -> each.action().word()).toList())));
    }
    return GateRules.objection(gate, choice.get(), decision)
        .<Verdict>map(Verdict.Ignored::new)
        .orElseGet(() -> new Verdict.Acts(gate.gate(), choice.get().leadsTo()));
  }

  private static String leadsTo(Gate gate, Action action) {
    return gate.choice(action).map(Choice::leadsTo).orElse("");
  }

  private void act(Decision decision, Verdict.Acts acts, Instant now) {
    if (decision.action() == Action.ABORT && !isCleanupOpen()) {
      abort = decision;
    } else {
      decided = decision;
    }
    if (decision.id() != null) {
      actedIds.add(decision.id());
    }
    actedInPhase.add(comparable(decision));
    record(decision, DecisionOutcome.ACTED, acts.gate(), acts.sentence(), now);
    if (decided != null) {
      open = null;
    }
  }

  /** The id that the next gate of a kind will have. */
  public String nextGate(GateKind kind) {
    return new GateName(kind, opened.getOrDefault(kind, 0) + 1).toString();
  }

  /** Opens a gate, and lets the decisions that were kept for it act, oldest first. */
  public void open(Gate gate, Instant now) {
    if (open != null) {
      throw new IllegalStateException(open.gate() + " is open");
    }
    opened.merge(gate.kind(), 1, Integer::sum);
    open = gate;
    decided = null;
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext() && decided == null; ) {
      Decision decision = each.next().decision();
      if (decision.gate() != null && !decision.gate().equals(gate.gate())) {
        continue;
      }
      each.remove();
      if (decision.gate() == null && actedInPhase.contains(comparable(decision))) {
        record(decision, DecisionOutcome.IGNORED, null, DOUBLE, now);
      } else {
        receive(decision, now);
      }
    }
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
    ignoreWaiting(next.isEnd(), now);
    phase = next;
    actedInPhase.clear();
  }

  private void ignoreWaiting(boolean named, Instant now) {
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Decision decision = each.next().decision();
      if (decision.gate() == null) {
        each.remove();
        record(
            decision, DecisionOutcome.IGNORED, null, phase + " ended without a gate for it", now);
      } else if (named) {
        each.remove();
        record(decision, DecisionOutcome.IGNORED, decision.gate(), "its gate never opened", now);
      }
    }
  }

  /** The gate that waits for a person; empty if none does. */
  public Optional<Gate> open() {
    return Optional.ofNullable(open);
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
    List<DecisionRecord> all = new ArrayList<>(records);
    for (Waiting each : waiting) {
      all.add(
          toRecord(
              each.decision(),
              DecisionOutcome.KEPT,
              each.decision().gate(),
              "waits for its gate",
              each.at()));
    }
    return all;
  }

  private void record(
      Decision decision, DecisionOutcome outcome, String gate, String note, Instant now) {
    add(toRecord(decision, outcome, gate, note, now));
  }

  private static DecisionRecord toRecord(
      Decision decision, DecisionOutcome outcome, String gate, String note, Instant at) {
    return new DecisionRecord(
        at,
        outcome,
        gate,
        decision.action().word(),
        decision.actor(),
        decision.comment(),
        decision.id(),
        note);
  }

  private void add(DecisionRecord entry) {
    records.add(entry);
    if (records.size() > MOST_RECORDS) {
      DecisionRecord forgotten =
          records.stream()
              .filter(each -> each.outcome() != DecisionOutcome.ACTED)
              .findFirst()
              .orElse(records.get(0));
      records.remove(forgotten);
    }
  }

  /** Two decisions are a double if they say the same, whoever's id they carry. */
  private static Decision comparable(Decision decision) {
    return decision.toBuilder().gate(null).build();
  }
}
