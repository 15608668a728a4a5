package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person can decide. */
public enum Action {
  /** Go on: with this plan, this restore point, this difference. */
  @JsonProperty("approve")
  APPROVE("approve"),
  /** Do again what failed. */
  @JsonProperty("retry")
  RETRY("retry"),
  /** Let DTS pass over failed precheck items that may be skipped. */
  @JsonProperty("skipPrecheckItems")
  SKIP_PRECHECK_ITEMS("skipPrecheckItems"),
  /**
   * Other objects, names or target; what changes by that is planned, and approved, anew. Carries
   * {@code objects} or {@code target} or both.
   */
  @JsonProperty("changeObjects")
  CHANGE_OBJECTS("changeObjects"),
  /** Another instant or backup set: the clone is released, another is bought. */
  @JsonProperty("changeRestorePoint")
  CHANGE_RESTORE_POINT("changeRestorePoint"),
  /** Stop what writes to the primary until somebody resumes it; needs no gate. */
  @JsonProperty("pause")
  PAUSE("pause"),
  /** Go on after a pause. */
  @JsonProperty("resume")
  RESUME("resume"),
  /** Let the restored tables take the places of the current ones, which are kept. */
  @JsonProperty("swap")
  SWAP("swap"),
  /**
   * Put rows of restored tables into the current ones. Without {@code planHash} it counts and asks
   * again; it carries {@code mode}, and may carry {@code tables} and {@code where}.
   */
  @JsonProperty("merge")
  MERGE("merge"),
  /** Give the tables of before their places again, or take a merge back. */
  @JsonProperty("undo")
  UNDO("undo"),
  /** Leave the tables where they are. */
  @JsonProperty("leave")
  LEAVE("leave"),
  /** Take back a decision that has not acted yet; needs no gate. */
  @JsonProperty("withdraw")
  WITHDRAW("withdraw"),
  /** Keep a clone longer that outlives its restore; needs no gate. */
  @JsonProperty("extend")
  EXTEND("extend"),
  /** Stop, clean up and report. Needs no gate and always counts. */
  @JsonProperty("abort")
  ABORT("abort");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  /** Whether it approves a price, buys once more, or touches tables of the application. */
  public boolean mustNameItsGate() {
    return switch (this) {
      case APPROVE, CHANGE_RESTORE_POINT, SWAP, MERGE, UNDO -> true;
      case RETRY,
          SKIP_PRECHECK_ITEMS,
          CHANGE_OBJECTS,
          PAUSE,
          RESUME,
          LEAVE,
          WITHDRAW,
          EXTEND,
          ABORT ->
          false;
    };
  }

  /** Whether nobody can mean it who has not seen the gate: also to go on after a pause. */
  public boolean answersWhatIsShown() {
    return mustNameItsGate() || this == RESUME;
  }

  /** As it stands in JSON. */
  public String word() {
    return word;
  }

  /** The command of our own command line that says it. */
  public String command() {
    return switch (this) {
      case SKIP_PRECHECK_ITEMS -> "skip";
      case CHANGE_OBJECTS -> "change-objects";
      case CHANGE_RESTORE_POINT -> "change-restore-point";
      case APPROVE, RETRY, SWAP, MERGE, UNDO, LEAVE, PAUSE, RESUME, WITHDRAW, EXTEND, ABORT -> word;
    };
  }
}
