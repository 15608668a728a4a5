package io.rdsrestore.workflows.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.workflows.decision.Action;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a rule may forbid. What gets people out of a restore, or on to its end, is not among them:
 * nobody may be stuck.
 */
public enum Forbidden {
  /** Restored tables take the places of the current ones. */
  @JsonProperty("swap")
  SWAP("swap", Action.SWAP),
  /** Rows of restored tables go into the current ones. */
  @JsonProperty("merge")
  MERGE("merge", Action.MERGE),
  /** Failed precheck items are passed over. */
  @JsonProperty("skipPrecheckItems")
  SKIP_PRECHECK_ITEMS("skipPrecheckItems", Action.SKIP_PRECHECK_ITEMS),
  /** Other objects or another target while the restore runs. */
  @JsonProperty("changeObjects")
  CHANGE_OBJECTS("changeObjects", Action.CHANGE_OBJECTS),
  /** Another restore point while the restore runs. */
  @JsonProperty("changeRestorePoint")
  CHANGE_RESTORE_POINT("changeRestorePoint", Action.CHANGE_RESTORE_POINT),
  /** A clone that outlives its restore: clone.keepFor, an abort that keeps it, extend. */
  @JsonProperty("keepClone")
  KEEP_CLONE("keepClone", Action.EXTEND),
  /** Copying into tables that have rows: onConflict keepExisting. */
  @JsonProperty("keepExisting")
  KEEP_EXISTING("keepExisting", null);

  private final String word;
  private final Action action;

  Forbidden(String word, Action action) {
    this.word = word;
    this.action = action;
  }

  /** As it stands in JSON. */
  public String word() {
    return word;
  }

  /** What forbids an action would be written as; empty if no rule can forbid it. */
  static Optional<Forbidden> of(Action action) {
    return Arrays.stream(values()).filter(each -> each.action == action).findFirst();
  }
}
