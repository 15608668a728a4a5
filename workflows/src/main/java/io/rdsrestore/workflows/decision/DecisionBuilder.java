package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.TargetMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes a {@link Decision}, of whose many fields each says only a few. */
public final class DecisionBuilder {
  private Action action;
  private String gate;
  private String actor;
  private String comment;
  private String id;
  private List<String> items;
  private List<String> acknowledge;
  private Accounts accounts;
  private String planHash;
  private List<DatabaseSelection> objects;
  private TargetMode target;
  private RestorePoint restoreTo;
  private Boolean keepClone;
  private BigDecimal maxCost;
  private CopyRate migration;
  private Duration keepFor;
  private Instant until;
  private MergeMode mode;
  private List<String> tables;
  private String where;
  private String decision;

  DecisionBuilder() {}

  DecisionBuilder(Decision from) {
    action = from.action();
    gate = from.gate();
    actor = from.actor();
    comment = from.comment();
    id = from.id();
    items = from.items();
    acknowledge = from.acknowledge();
    accounts = from.accounts();
    planHash = from.planHash();
    objects = from.objects();
    target = from.target();
    restoreTo = from.restoreTo();
    keepClone = from.keepClone();
    maxCost = from.maxCost();
    migration = from.migration();
    keepFor = from.keepFor();
    until = from.until();
    mode = from.mode();
    tables = from.tables();
    where = from.where();
    decision = from.decision();
  }

  public DecisionBuilder action(Action newAction) {
    action = newAction;
    return this;
  }

  public DecisionBuilder gate(String newGate) {
    gate = newGate;
    return this;
  }

  public DecisionBuilder actor(String newActor) {
    actor = newActor;
    return this;
  }

  public DecisionBuilder comment(String newComment) {
    comment = newComment;
    return this;
  }

  public DecisionBuilder id(String newId) {
    id = newId;
    return this;
  }

  public DecisionBuilder items(List<String> newItems) {
    items = newItems;
    return this;
  }

  public DecisionBuilder acknowledge(List<String> newAcknowledge) {
    acknowledge = newAcknowledge;
    return this;
  }

  public DecisionBuilder accounts(Accounts newAccounts) {
    accounts = newAccounts;
    return this;
  }

  public DecisionBuilder planHash(String newPlanHash) {
    planHash = newPlanHash;
    return this;
  }

  public DecisionBuilder objects(List<DatabaseSelection> newObjects) {
    objects = newObjects;
    return this;
  }

  public DecisionBuilder target(TargetMode newTarget) {
    target = newTarget;
    return this;
  }

  public DecisionBuilder restoreTo(RestorePoint newRestoreTo) {
    restoreTo = newRestoreTo;
    return this;
  }

  public DecisionBuilder keepClone(Boolean newKeepClone) {
    keepClone = newKeepClone;
    return this;
  }

  public DecisionBuilder maxCost(BigDecimal newMaxCost) {
    maxCost = newMaxCost;
    return this;
  }

  public DecisionBuilder migration(CopyRate newMigration) {
    migration = newMigration;
    return this;
  }

  public DecisionBuilder keepFor(Duration newKeepFor) {
    keepFor = newKeepFor;
    return this;
  }

  public DecisionBuilder until(Instant newUntil) {
    until = newUntil;
    return this;
  }

  public DecisionBuilder mode(MergeMode newMode) {
    mode = newMode;
    return this;
  }

  public DecisionBuilder tables(List<String> newTables) {
    tables = newTables;
    return this;
  }

  public DecisionBuilder where(String newWhere) {
    where = newWhere;
    return this;
  }

  public DecisionBuilder decision(String newDecision) {
    decision = newDecision;
    return this;
  }

  public Decision build() {
    return new Decision(
        action,
        gate,
        actor,
        comment,
        id,
        items,
        acknowledge,
        accounts,
        planHash,
        objects,
        target,
        restoreTo,
        keepClone,
        maxCost,
        migration,
        keepFor,
        until,
        mode,
        tables,
        where,
        decision);
  }
}
