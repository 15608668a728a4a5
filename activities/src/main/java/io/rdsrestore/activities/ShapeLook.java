package io.rdsrestore.activities;

import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import java.util.Optional;

/** A look at what tables look like, in clone and primary. */
@FunctionalInterface
public interface ShapeLook {
  /** Empty if they could not be looked at: that is no reason to stop anything. */
  Optional<TableShapes> look(WatchTables watched);
}
