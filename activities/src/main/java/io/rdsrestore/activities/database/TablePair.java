package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;

/** A table of the clone and what was made of it on the primary. */
record TablePair(TableName source, TableName target) {

  static TablePair of(ObjectTarget object, TableSelection table) {
    return new TablePair(
        new TableName(object.database(), table.name()),
        new TableName(object.targetDatabase(), table.targetName()));
  }
}
