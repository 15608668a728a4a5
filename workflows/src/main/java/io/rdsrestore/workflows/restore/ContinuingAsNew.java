package io.rdsrestore.workflows.restore;

/** The wait that was under way is given up, to be taken up again by the next run. */
final class ContinuingAsNew extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContinuingAsNew() {
    super("continues as new", null, false, false);
  }
}
