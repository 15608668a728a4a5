package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.workflows.status.RestoreReport;
import java.util.List;

/** A free place, and what a restore has moved there or left beside. */
interface Arrival {
  /**
   * What is not as it has to be at the end.
   *
   * @param mustHaveMoved whether nothing has stopped the restore
   */
  List<String> complaints(RestoreReport report, boolean mustHaveMoved);
}
