package io.rdsrestore.workflows.decision;

/**
 * A decision as it could be read.
 *
 * @param decision null if it could not be
 * @param problem why not; null if it could
 */
public record ReadDecision(Decision decision, String problem) {
  static ReadDecision of(Decision decision) {
    return new ReadDecision(decision, null);
  }

  static ReadDecision problem(String problem) {
    return new ReadDecision(null, problem);
  }

  public boolean isReadable() {
    return decision != null;
  }
}
