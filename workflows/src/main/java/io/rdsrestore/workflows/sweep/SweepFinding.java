package io.rdsrestore.workflows.sweep;

/**
 * One thing, and what becomes of it.
 *
 * @param why in a sentence
 */
public record SweepFinding(Marked thing, SweepVerdict verdict, String why) {
  /** Whether it may be removed without being named. */
  public boolean mayGo() {
    return verdict == SweepVerdict.ORPHAN;
  }
}
