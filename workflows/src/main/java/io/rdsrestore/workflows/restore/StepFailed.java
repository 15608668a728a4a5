package io.rdsrestore.workflows.restore;

/** An activity did not come to its end; checked, so that nobody forgets to handle it. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  StepFailed(Trouble trouble) {
    super(trouble.message(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
