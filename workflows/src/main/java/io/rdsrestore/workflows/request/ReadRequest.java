package io.rdsrestore.workflows.request;

import java.util.List;

/**
 * A request as it was read.
 *
 * @param request null if there are problems
 * @param problems all that is wrong with it, in the order of the fields; empty if it is valid
 */
public record ReadRequest(RestoreRequest request, List<RequestProblem> problems) {
  public boolean isValid() {
    return problems.isEmpty();
  }
}
