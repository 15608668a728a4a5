package io.rdsrestore.demo.killmatrix;

/** What happens to a restore as a whole, whatever it is at. */
enum Deed implements What {
  KILL("kill", "the worker is killed"),
  CANCEL("cancel", "somebody cancels the workflow in Temporal"),
  ABORT("abort", "somebody aborts"),
  RESET_TO_BEGIN("resetToBegin", "`temporal workflow reset` to the first workflow task"),
  RESET_TO_LAST("resetToLast", "`temporal workflow reset` to the last workflow task"),
  TERMINATE(
      "terminate",
      "`temporal workflow terminate`; the next restore warns of what is left, and leaves it alone"),
  CLOUD_GONE("cloudGone", "connections to the cloud are refused for a while"),
  TEMPORAL_RESTARTED(
      "temporalRestarted", "the Temporal server is stopped and started on its database file");

  private final String id;
  private final String words;

  Deed(String id, String words) {
    this.id = id;
    this.words = words;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String words() {
    return words;
  }

  /** Whether part of the history is written anew. */
  boolean resets() {
    return this == RESET_TO_BEGIN || this == RESET_TO_LAST;
  }

  /** Whether a restore ends before its time by it. */
  boolean stops() {
    return this == CANCEL || this == ABORT;
  }
}
