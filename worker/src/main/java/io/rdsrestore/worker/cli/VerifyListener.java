package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.DatabaseComparison;
import io.rdsrestore.activities.database.RowDifference;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on the error stream how a comparison goes on; keys of rows only where asked for. */
final class VerifyListener implements DatabaseComparison.Listener {
  private static final int MOST_KEYS = 100;

  private final ProgressLines progress;
  private final boolean showKeys;
  private final AtomicInteger keys = new AtomicInteger();

  VerifyListener(PrintWriter err, boolean showKeys) {
    progress = new ProgressLines(err);
    this.showKeys = showKeys;
  }

  @Override
  public void doing(String what) {
    progress.doing(what);
  }

  @Override
  public void warning(String text) {
    progress.say(text);
  }

  @Override
  public void key(String table, RowDifference.Kind kind, String key) {
    int number = showKeys ? keys.incrementAndGet() : MOST_KEYS + 2;
    if (number <= MOST_KEYS) {
      progress.say("%s: key %s %s".formatted(table, key, where(kind)));
    } else if (number == MOST_KEYS + 1) {
      progress.say("more keys are counted only");
    }
  }

  private static String where(RowDifference.Kind kind) {
    return switch (kind) {
      case ONLY_RESTORED -> "is only in the source";
      case ONLY_CURRENT -> "is only in the target";
      case CHANGED -> "differs";
    };
  }
}
