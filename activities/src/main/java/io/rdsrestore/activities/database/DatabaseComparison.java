package io.rdsrestore.activities.database;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.TablePosition;
import java.time.Duration;
import java.util.List;

/** Compares two databases that should be equal in all, without a restore around it. */
public final class DatabaseComparison {
  private final DatabaseConnector connector;
  private final Options options;
  private final Listener listener;

  /** With the worker's way into databases. */
  public DatabaseComparison(ActivitySettings settings, Options options, Listener listener) {
    connector = DatabaseConnector.of(settings);
    this.options = options;
    this.listener = listener;
  }

  /**
   * How it is compared.
   *
   * @param mode how rows are compared; {@code NONE}: only everything else
   * @param lanes how many tables, or parts of tables, are compared side by side; at least 1
   * @param mostRunning no read begins while more threads of the target's server run a statement
   * @param sampleEvery 1 to compare all parts of a table, n to compare every nth and to count the
   *     others
   * @param betweenLooks after which pause a part that differs is looked at again before it counts
   */
  public record Options(
      VerifyMode mode, int lanes, int mostRunning, int sampleEvery, Duration betweenLooks) {
    /** Everything, gently. */
    public static Options standard() {
      return new Options(VerifyMode.CHECKSUM, 2, LoadGate.STANDARD, 1, RowComparer.BETWEEN_LOOKS);
    }
  }

  /** Is told how it goes on. Several threads call it. */
  public interface Listener {
    /** Called every second or so. */
    void doing(String what);

    /** A server may not be the one that is meant. */
    void warning(String text);

    /**
     * The key of a row that differs.
     *
     * @param table in the source
     * @param kind how it differs, the source being the restored side
     * @param key values of the key as they are compared: text and bytes in hexadecimal digits
     */
    void key(String table, RowDifference.Kind kind, String key);
  }

  /**
   * Compares.
   *
   * @param source with an address
   * @param target with an address
   * @param object which database is to equal which, or which tables of them
   * @return one entry a database, table, view, trigger, routine and event
   * @throws io.temporal.failure.ApplicationFailure if a server cannot be asked
   */
  public List<TableComparison> compare(
      DatabaseLogin source, DatabaseLogin target, ObjectTarget object) {
    return new Verification(
            () -> connect(source, target),
            new VerificationScope(
                List.of(object),
                options.mode(),
                false,
                true,
                true,
                options.lanes(),
                options.mostRunning(),
                options.sampleEvery(),
                ChunkSize.LARGEST,
                options.betweenLooks(),
                null),
            new Watcher(listener),
            List.of())
        .run();
  }

  private Servers connect(DatabaseLogin source, DatabaseLogin target) {
    Servers servers = Servers.connect(connector, source, target);
    ServerLook.warnings(
            servers,
            source.address().text(),
            target.address().text(),
            () -> listener.doing("asking the servers who they are"))
        .forEach(listener::warning);
    return servers;
  }

  /** Hands on what the engine tells. */
  private record Watcher(Listener listener) implements VerificationWatcher {
    @Override
    public void tell(String doing, List<TablePosition> positions) {
      listener.doing(doing);
    }

    @Override
    public KeyMerge.Keys keys(TablePair table) {
      return (kind, key) -> listener.key(table.source().toString(), kind, key);
    }
  }
}
