package io.rdsrestore.workflows.verdict.remedies;

/**
 * One way to mend a failure.
 *
 * @param when in which case, as the object of "if"; null: in any
 * @param cause the finding of a look at the accesses that it mends; null where none is made
 * @param accounts for which kind of accounts
 * @param kind how it is applied
 * @param on what it is applied to
 * @param text what to do, in a sentence without its end
 * @param command literal, with {@link Placeholders}; null where none can be given
 */
public record Remedy(
    String when,
    AccessCause cause,
    ForAccounts accounts,
    RemedyKind kind,
    RemedyPlace on,
    String text,
    String command) {

  String sentence() {
    return when == null ? text : "if " + when + ", " + text;
  }
}
