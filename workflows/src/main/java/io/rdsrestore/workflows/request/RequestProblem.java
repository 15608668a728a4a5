package io.rdsrestore.workflows.request;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, for example {@code objects[0].tables[1].as}; empty for the whole
 * @param message what is wrong and what would be right
 */
public record RequestProblem(String field, String message) {
  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
