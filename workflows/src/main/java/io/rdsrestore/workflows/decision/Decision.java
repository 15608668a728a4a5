package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.TargetMode;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A person's decision.
 *
 * @param action what; a signal with the name of an action may leave it out
 * @param gate which gate it is for; null: by the rules of {@link GateKeeper}
 * @param actor who; a claim, kept with the decision
 * @param comment why
 * @param id the sender's own id, so that the same decision sent twice acts once
 * @param items precheck items to skip
 * @param acknowledge dangers that are accepted by name, for example {@code keepExisting}
 * @param accounts other accounts to try again with
 * @param planHash the plan that is approved, if the sender wants to be sure; with merge: the merge
 *     that was counted, which is done now; null: it is counted
 * @param objects with changeObjects: the new selection; null: as before
 * @param target with changeObjects: where it goes; null: as before
 * @param restoreTo with changeRestorePoint: the new restore point
 * @param keepClone with abort: whether the clone stays, and goes on costing; null: no
 * @param maxCost with approve at a cost gate, or with extend: the new limit
 * @param migration with resume: how fast DTS may copy from now on; null: as before
 * @param keepFor with extend: how long the clone is kept from now on
 * @param until with extend: until when, instead of {@code keepFor}
 * @param mode with merge: which rows
 * @param tables with merge: which of the gate's tables; null: all
 * @param where with merge: which rows of the one table, as an SQL condition; null: all
 * @param decision with withdraw: which, by its number in the status or by its sender's id
 */
public record Decision(
    Action action,
    String gate,
    String actor,
    String comment,
    String id,
    List<String> items,
    List<String> acknowledge,
    Accounts accounts,
    String planHash,
    List<DatabaseSelection> objects,
    TargetMode target,
    RestorePoint restoreTo,
    Boolean keepClone,
    BigDecimal maxCost,
    CopyRate migration,
    Duration keepFor,
    Instant until,
    MergeMode mode,
    List<String> tables,
    String where,
    String decision) {

  /** An action at a named gate, with nothing more to say. */
  public static Decision of(Action action, String gate, String actor, String comment) {
    return builder(action).gate(gate).actor(actor).comment(comment).build();
  }

  /** One to be made, field by field. */
  public static DecisionBuilder builder(Action action) {
    return new DecisionBuilder().action(action);
  }

  /** One to be changed, field by field. */
  public DecisionBuilder toBuilder() {
    return new DecisionBuilder(this);
  }

  /** The items it names; none if it names none. */
  List<String> namedItems() {
    return items == null ? List.of() : items;
  }

  /** The dangers it accepts by name; none if it accepts none. */
  List<String> namedDangers() {
    return acknowledge == null ? List.of() : acknowledge;
  }

  /** Whether it accepts something by name. */
  public boolean acknowledges(String danger) {
    return namedDangers().contains(danger);
  }

  /** The tables it names; none if it names none. */
  List<String> namedTables() {
    return tables == null ? List.of() : tables;
  }

  /** Whether it is about a table, which may be named with its database or without. */
  public boolean names(QualifiedName table) {
    return tables == null || tables.contains(table.toString()) || tables.contains(table.name());
  }

  /** Who has decided, for people. */
  public String who() {
    return actor == null ? "somebody" : actor;
  }

  /** Who aborted and why, as the reason of an end. */
  public String abortedBy() {
    return "aborted by %s%s".formatted(who(), comment == null ? "" : ": " + comment);
  }

  /** Whether an abort leaves the clone to the people. */
  @JsonIgnore
  public boolean keepsClone() {
    return Boolean.TRUE.equals(keepClone);
  }
}
