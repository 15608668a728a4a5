package io.rdsrestore.activities.database;

import java.util.regex.Pattern;

/**
 * Which statements are told to people word by word: a history keeps what it is told, for ever, and
 * has not the room for every body.
 */
final class ToldSql {
  private static final int LONGEST = 3_000;
  private static final int ALL = 15_000;

  /** Such a statement stays where it is. */
  private static final Pattern SECRET =
      Pattern.compile("password|identified\\s+by|secret|token", Pattern.CASE_INSENSITIVE);

  private int room = ALL;

  /** Whether a statement is told; if so, less room is left for others. */
  boolean hasRoomFor(String sql) {
    boolean isTold = sql.length() <= Math.min(LONGEST, room) && !SECRET.matcher(sql).find();
    room -= isTold ? sql.length() : 0;
    return isTold;
  }
}
