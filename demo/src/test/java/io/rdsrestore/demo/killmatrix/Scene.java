package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import java.util.List;

/** A table that a restore changes while an application writes into it. */
interface Scene extends AutoCloseable {
  /** What a gate says that is not so. */
  List<String> complaints(Gate gate, String restoreId);

  /**
   * What is not as it has to be at the end of a cell. The way back that the report prints is gone,
   * so that all is as before.
   */
  List<String> complaints(RestoreReport report, Cell cell);

  @Override
  void close();
}
