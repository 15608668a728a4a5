package io.rdsrestore.workflows.restore;

/** A phase ends the restore before its time; what is ours is cleaned up next. */
final class RestoreStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RestoreStopped(String reason) {
    super(reason, null, false, false);
  }
}
