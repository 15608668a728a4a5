package io.rdsrestore.workflows.verify;

/**
 * How far the rows of a table are compared: where the next attempt goes on. It tells numbers only:
 * keys are data.
 *
 * @param source {@code database.table}
 * @param target likewise
 * @param next ordinal of the first part that is not done
 * @param slices into how many slices a table without a usable key is cut; 0 of one with a key
 * @param tally of the parts before
 * @param done whether no part is left
 * @param trouble why the rest could not be compared; null if it could
 * @param method how it was divided, for people
 */
public record TablePosition(
    String source,
    String target,
    long next,
    int slices,
    RowTally tally,
    boolean done,
    String trouble,
    String method) {

  /** Of a table that has not begun. */
  public static TablePosition start(String source, String target) {
    return new TablePosition(source, target, 0, 0, RowTally.NOTHING, false, null, null);
  }
}
