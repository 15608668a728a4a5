package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;

/** One migration: structure, then rows, then what reacts to rows. */
final class CopyRun {
  private final CopySpec spec;
  private final Endpoints endpoints;
  private final CopyListener listener;

  CopyRun(CopySpec spec, Endpoints endpoints, CopyListener listener) {
    this.spec = spec;
    this.endpoints = endpoints;
    this.listener = listener;
  }

  void run() {
    try (Connection source = endpoints.openSource();
        Connection target = endpoints.openTarget()) {
      Selection selection = Selection.of(spec, source);
      StructureCopy structure = new StructureCopy(spec, endpoints, listener, selection);
      if (spec.structure()) {
        structure.createBeforeRows();
      }
      if (spec.data() && !listener.shouldStop()) {
        boolean keepExisting = spec.targetTableMode().equals("2");
        new RowCopy(source, target, keepExisting, listener).copy(selection.tables());
      }
      if (spec.structure() && !listener.shouldStop()) {
        structure.createAfterRows();
      }
    } catch (SQLException e) {
      throw new DataPlaneException(DtsMessages.connection(e), e);
    }
  }
}
