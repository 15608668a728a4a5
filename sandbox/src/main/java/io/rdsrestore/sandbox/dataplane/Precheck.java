package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the precheck of a migration on the two servers. An item that needs a connection which failed
 * is not evaluated and not in the answer.
 */
final class Precheck {
  private final CopySpec spec;
  private final Endpoints endpoints;
  private final List<PrecheckItem> items = new ArrayList<>();

  Precheck(CopySpec spec, Endpoints endpoints) {
    this.spec = spec;
    this.endpoints = endpoints;
  }

  List<PrecheckItem> run() {
    Connection source = connect(PrecheckNames.SOURCE_CONNECTION, endpoints::openSource);
    try (source) {
      Connection target = connect(PrecheckNames.TARGET_CONNECTION, endpoints::openTarget);
      try (target) {
        items.addAll(new AccountItems(spec, endpoints).run());
        if (spec.checks().incremental()) {
          items.addAll(new BinlogItems(endpoints).run());
        }
        if (source != null) {
          items.addAll(new SourceItems(spec, source).run());
        }
        if (target != null) {
          checkTarget(target);
        }
        if (source != null && target != null) {
          items.addAll(new SqlModeItems(source, target).run());
          items.addAll(new ObjectItems(spec, endpoints, source, target).run());
        }
      }
    } catch (SQLException e) {
      throw new DataPlaneException("The precheck broke off: " + e.getMessage(), e);
    }
    return List.copyOf(items);
  }

  private void checkTarget(Connection target) throws SQLException {
    items.addAll(new TargetItems(spec, target).run());
    if (spec.checks().definers()) {
      items.addAll(new DefinerItems(spec, endpoints, target).run());
    }
  }

  /** Opens a connection. */
  @FunctionalInterface
  private interface Opener {
    Connection open() throws SQLException;
  }

  private Connection connect(String item, Opener opener) {
    try {
      Connection connection = opener.open();
      items.add(PrecheckItem.of(item, ""));
      return connection;
    } catch (SQLException e) {
      items.add(PrecheckItem.of(item, DtsMessages.connection(e)));
      return null;
    }
  }
}
