package io.rdsrestore.demo.oracle;

import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.LeftBehind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which invariants an observation violates. Pure: it asks nobody. */
public final class Oracle {
  private final Observation seen;
  private final List<String> violations = new ArrayList<>();

  private Oracle(Observation seen) {
    this.seen = seen;
  }

  /** One sentence each, which begins with the invariant's name; empty if all hold. */
  public static List<String> violations(Observation seen) {
    Oracle oracle = new Oracle(seen);
    oracle.onePurchase("clone");
    oracle.onePurchase("dts");
    oracle.approvedFirst();
    oracle.marked();
    oracle.jobGoesFirst();
    oracle.primaryAsBefore();
    oracle.nothingLeft();
    oracle.endsOrAsks();
    oracle.noiseIsNoReason();
    if (seen.calls() > seen.mostCalls()) {
      oracle.say("calls", "%d calls, more than %d".formatted(seen.calls(), seen.mostCalls()));
    }
    return List.copyOf(oracle.violations);
  }

  private void say(String invariant, String what) {
    violations.add(invariant + ": " + what);
  }

  private Stream<LedgerEntry> bought(String kind) {
    return seen.ledger().stream().filter(entry -> entry.kind().equals(kind));
  }

  private void onePurchase(String kind) {
    List<LedgerEntry> all = bought(kind).toList();
    if (all.size() > 1 + seen.askedAgain()) {
      say(
          "I1",
          "%d of %s bought, asked for again %d times"
              .formatted(all.size(), kind, seen.askedAgain()));
    }
    for (int i = 1; i < all.size(); i++) {
      Instant gone = all.get(i - 1).releasedAt();
      if (gone == null || gone.isAfter(all.get(i).boughtAt())) {
        say("I1", "%s and %s at the same time".formatted(all.get(i - 1).id(), all.get(i).id()));
      }
    }
  }

  private void approvedFirst() {
    if (!seen.approvalNeeded()) {
      return;
    }
    for (LedgerEntry entry : seen.ledger()) {
      if (seen.approvedAt() == null || entry.boughtAt().isBefore(seen.approvedAt())) {
        say("I2", entry.id() + " was bought before the approval");
      }
    }
  }

  private void marked() {
    for (LedgerEntry entry : seen.ledger()) {
      if (entry.restoreId() == null || !entry.restoreId().equals(seen.restoreId())) {
        say(
            "I3",
            "%s carries %s, not %s".formatted(entry.id(), entry.restoreId(), seen.restoreId()));
      }
    }
    if (!seen.after().bystanders().equals(seen.before().bystanders())) {
      say(
          "I3",
          "of others there was %s, there is %s"
              .formatted(seen.before().bystanders(), seen.after().bystanders()));
    }
  }

  private void jobGoesFirst() {
    bought("clone")
        .filter(clone -> clone.releasedAt() != null)
        .filter(clone -> !seen.takenByPeople().contains(clone.id()))
        .forEach(
            clone ->
                bought("dts")
                    .filter(job -> job.boughtAt().isBefore(clone.releasedAt()))
                    .filter(
                        job ->
                            job.releasedAt() == null
                                || job.releasedAt().isAfter(clone.releasedAt()))
                    .forEach(job -> say("I4", job.id() + " outlives the clone " + clone.id())));
    if (seen.report() != null && seen.report().end() == RestorePhase.COMPLETED) {
      bought("dts")
          .filter(job -> job.releasedAt() == null)
          .filter(job -> seen.report().left().isEmpty())
          .forEach(job -> say("I4", job.id() + " is held after the good end"));
    }
  }

  private void primaryAsBefore() {
    Map<String, List<String>> before = seen.before().tables();
    Map<String, List<String>> now = seen.after().tables();
    before.forEach(
        (database, tables) -> {
          List<String> there = now.getOrDefault(database, List.of());
          if (!now.containsKey(database) || !there.containsAll(tables)) {
            say("I5", "%s had %s, has %s".formatted(database, tables, now.get(database)));
          }
        });
    now.forEach(
        (database, tables) -> {
          List<String> more = new ArrayList<>(tables);
          more.removeAll(before.getOrDefault(database, List.of()));
          boolean asked = seen.allowed().permits(database);
          // A target database that is made and not filled holds nothing of anybody.
          if (!before.containsKey(database) && !asked && !tables.isEmpty()) {
            say("I5", "nobody asked for database " + database);
          } else if (!more.isEmpty() && !(asked && seen.allowed().tables().containsAll(more))) {
            say("I5", "nobody asked for %s in %s".formatted(more, database));
          }
        });
    if (!seen.after().writtenInto().isEmpty()) {
      say("I5", "rows were written into " + seen.after().writtenInto());
    }
  }

  private void nothingLeft() {
    if (seen.report() == null) {
      return;
    }
    seen.jobs().stream()
        .filter(job -> !isToldOf(job))
        .forEach(job -> say("I6", "DTS job %s is there after the end".formatted(job)));
    seen.ledger().stream()
        .filter(entry -> entry.releasedAt() == null)
        .filter(entry -> seen.keepOver() || !isToldOf(entry.id()))
        .forEach(entry -> say("I6", entry.id() + " is left, and the report does not say so"));
    if (seen.report().left().stream().anyMatch(Oracle::isOurs) && !seen.keepOver()) {
      return;
    }
    if (!seen.after().accounts().equals(seen.before().accounts())) {
      say(
          "I6",
          "accounts were %s, are %s".formatted(seen.before().accounts(), seen.after().accounts()));
    }
    Map<String, String> groups = new TreeMap<>(seen.after().whitelist());
    if (!seen.before().whitelist().containsKey(RestoreMark.WHITELIST_GROUP)) {
      groups.remove(RestoreMark.WHITELIST_GROUP, RestoreMark.CLOSED_WHITELIST);
    }
    if (!groups.equals(seen.before().whitelist())) {
      say("I6", "whitelist was %s, is %s".formatted(seen.before().whitelist(), groups));
    }
  }

  private boolean isToldOf(String id) {
    return seen.report().left().stream().anyMatch(left -> left.what().contains(id));
  }

  /** What a copy leaves in the primary is not ours to remove (I5), and no excuse for the rest. */
  private static boolean isOurs(LeftBehind left) {
    return !left.what().startsWith("database ")
        && !left.what().startsWith("what DTS may have copied");
  }

  private void endsOrAsks() {
    if (seen.failed() != null && !seen.ledger().isEmpty()) {
      say("I6", "it failed after a purchase: " + seen.failed());
    } else if (seen.failed() == null && seen.report() == null) {
      if (seen.gate() == null) {
        say("I6", "it has not ended, and waits for nobody");
      } else if (seen.gate().commands().isEmpty() || seen.gate().choices().isEmpty()) {
        say("I6", seen.gate().gate() + " does not say what can be done");
      }
    }
  }

  private void noiseIsNoReason() {
    if (seen.onlyNoise()
        && (!seen.gatesSeen().isEmpty()
            || seen.report() == null
            || seen.report().end() != RestorePhase.COMPLETED)) {
      say(
          "I9",
          "noise alone was taken for an end; gates %s; failure: %s"
              .formatted(seen.gatesSeen(), seen.failed()));
    }
  }
}
