package io.rdsrestore.workflows.restore;

/**
 * A plan that was approved, and that something has made void before anything was changed.
 *
 * @param hash of the plan
 * @param because what has changed, in a sentence
 */
record OutdatedPlan(String hash, String because) {

  /** Before what is asked or refused because of it. */
  String sentence() {
    return "plan %s was approved, and then this changed: %s".formatted(hash, because);
  }
}
