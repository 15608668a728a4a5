package io.rdsrestore.workflows.decision;

/** What becomes of a decision that has just arrived. */
public sealed interface Verdict {

  /** In a sentence, for the sender. */
  String sentence();

  /** It ends the open gate, or aborts the restore. */
  record Acts(String gate, String sentence) implements Verdict {}

  /** It waits for a gate to come. */
  record Kept(String sentence) implements Verdict {}

  /** A rule of the policy forbids it; it is not used. */
  record Refused(String sentence) implements Verdict {}

  /** It is not used. */
  record Ignored(String sentence) implements Verdict {}
}
