package io.rdsrestore.workflows.restore;

/** Why an update was not accepted; a plain exception, because its text must reach the caller. */
final class DecisionRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DecisionRejected(String reason) {
    super(reason, null, false, false);
  }
}
