package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a person is waited for. */
public enum GateKind {
  /** The plan and its price. */
  @JsonProperty("approval")
  APPROVAL("approval"),
  /** Something failed that a person can mend. */
  @JsonProperty("failure")
  FAILURE("failure"),
  /** The clone does not hold what is wanted. */
  @JsonProperty("restorePoint")
  RESTORE_POINT("restorePoint"),
  /** The precheck failed. */
  @JsonProperty("precheck")
  PRECHECK("precheck"),
  /** The copy is not equal to the clone. */
  @JsonProperty("difference")
  DIFFERENCE("difference"),
  /** Restored tables stand beside, and can take the places of the current ones. */
  @JsonProperty("swap")
  SWAP("swap"),
  /** The next hour of the clone would pass {@code limits.maxCost}. */
  @JsonProperty("cost")
  COST("cost"),
  /** The copy is paused: the primary suffers by it, or a person asked for it. */
  @JsonProperty("pressure")
  PRESSURE("pressure"),
  /** Somebody has changed a table that is being copied: the copy is paused. */
  @JsonProperty("ddl")
  DDL("ddl"),
  /** Something of ours could not be removed. */
  @JsonProperty("cleanup")
  CLEANUP("cleanup");

  private final String word;

  GateKind(String word) {
    this.word = word;
  }

  /** What a gate of this kind may ever offer, whatever it is about. */
  public List<Action> mayOffer() {
    return switch (this) {
      case APPROVAL, FAILURE, RESTORE_POINT, DIFFERENCE ->
          List.of(
              Action.APPROVE,
              Action.RETRY,
              Action.CHANGE_OBJECTS,
              Action.CHANGE_RESTORE_POINT,
              Action.ABORT);
      case PRECHECK ->
          List.of(
              Action.RETRY,
              Action.SKIP_PRECHECK_ITEMS,
              Action.CHANGE_OBJECTS,
              Action.CHANGE_RESTORE_POINT,
              Action.ABORT);
      case SWAP ->
          List.of(Action.SWAP, Action.MERGE, Action.UNDO, Action.LEAVE, Action.RETRY, Action.ABORT);
      case COST -> List.of(Action.APPROVE, Action.ABORT);
      case PRESSURE -> List.of(Action.RESUME, Action.ABORT);
      case DDL ->
          List.of(Action.RESUME, Action.CHANGE_OBJECTS, Action.CHANGE_RESTORE_POINT, Action.ABORT);
      case CLEANUP -> List.of(Action.RETRY, Action.ABORT);
    };
  }

  /** As it stands in JSON and in {@code RestoreWaitingFor}. */
  public String word() {
    return word;
  }
}
