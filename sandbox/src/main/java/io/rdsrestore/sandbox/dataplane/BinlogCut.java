package io.rdsrestore.sandbox.dataplane;

import com.github.shyiko.mysql.binlog.BinaryLogFileReader;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.NullEventDataDeserializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Finds where a binary log has to be cut so that exactly what was committed by the end of a second
 * lies before the cut.
 *
 * <p>The log is in commit order. A commit event's header holds the second of COMMIT, or, for a
 * statement that commits by itself, the second in which the statement began. Neither is later than
 * the commit, so whatever follows the first commit of a later second was committed later too: the
 * cut is before that one.
 */
final class BinlogCut {
  private static final List<EventType> NEEDED =
      List.of(
          EventType.FORMAT_DESCRIPTION,
          EventType.QUERY,
          EventType.XID,
          EventType.MARIADB_GTID,
          EventType.ROTATE);

  private final Instant lastSecond;
  private BinlogPosition cut;
  private boolean insideTransaction;

  private BinlogCut(BinlogPosition from, Instant lastSecond) {
    this.cut = from;
    this.lastSecond = lastSecond;
  }

  /**
   * The end of the last transaction committed by the end of {@code lastSecond}.
   *
   * @param files the log files in order, complete, beginning with that of {@code from}
   * @param from where to begin, the answer if nothing follows that belongs before the cut
   */
  static BinlogPosition find(
      Path directory, List<String> files, BinlogPosition from, Instant lastSecond)
      throws IOException {
    BinlogCut cut = new BinlogCut(from, lastSecond);
    for (String file : files) {
      if (!cut.read(directory, file, file.equals(from.file()) ? from.offset() : 0)) {
        break;
      }
    }
    return cut.cut;
  }

  private boolean read(Path directory, String file, long offset) throws IOException {
    EventDeserializer deserializer = new EventDeserializer();
    for (EventType type : EventType.values()) {
      if (!NEEDED.contains(type)) {
        deserializer.setEventDataDeserializer(type, new NullEventDataDeserializer());
      }
    }
    try (BinaryLogFileReader reader =
        new BinaryLogFileReader(directory.resolve(file).toFile(), deserializer)) {
      for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
        EventHeaderV4 header = event.getHeader();
        if (isCommit(event) && header.getNextPosition() > offset) {
          if (Instant.ofEpochMilli(header.getTimestamp()).isAfter(lastSecond)) {
            return false;
          }
          cut = new BinlogPosition(file, header.getNextPosition());
        }
      }
      return true;
    }
  }

  /** Whether this event ends a transaction, or is a statement that is one by itself. */
  private boolean isCommit(Event event) {
    switch (event.getHeader().getEventType()) {
      case MARIADB_GTID -> {
        MariadbGtidEventData gtid = event.getData();
        insideTransaction = (gtid.getFlags() & MariadbGtidEventData.FL_STANDALONE) == 0;
        return false;
      }
      case XID -> {
        insideTransaction = false;
        return true;
      }
      case QUERY -> {
        QueryEventData query = event.getData();
        String sql = query.getSql().strip().toUpperCase(Locale.ROOT);
        if (sql.equals("BEGIN")) {
          insideTransaction = true;
          return false;
        }
        boolean ends = !insideTransaction || sql.equals("COMMIT") || sql.equals("ROLLBACK");
        insideTransaction &= !ends;
        return ends;
      }
      default -> {
        return false;
      }
    }
  }
}
