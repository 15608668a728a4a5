package io.rdsrestore.activities;

import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import java.util.Optional;

/** Watches tables of engines whose tables can be watched; of others nothing is known. */
final class EngineShapes implements ShapeLook {
  private final ShapeLook mySql;

  EngineShapes(ShapeLook mySql) {
    this.mySql = mySql;
  }

  @Override
  public Optional<TableShapes> look(WatchTables watched) {
    return switch (watched.primary().engine().protocol()) {
      case MYSQL -> mySql.look(watched);
      case TDS -> Optional.empty();
    };
  }
}
