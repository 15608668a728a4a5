package io.rdsrestore.workflows.decision;

/**
 * What became of a decision sent as an update.
 *
 * @param accepted always true: what is not accepted is rejected with the reason
 * @param gate the gate it acted on; null if it is kept for one to come
 * @param follows what happens next, in a sentence
 */
public record DecisionAnswer(boolean accepted, String gate, String follows) {
  /** Begins the failure of an update that is not accepted; behind it stands why. */
  public static final String NOT_ACCEPTED = "The decision is not accepted: ";
}
