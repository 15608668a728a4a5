package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.RowDifference.Kind;
import java.util.Iterator;

/**
 * Whether every key of the clone is in the target: both sides walked once, in the order of their
 * keys, so that memory does not grow with the table.
 *
 * @param missing keys of the clone that the target has not
 * @param kept keys of both whose rows differ
 * @param more keys of the target that the clone has not
 */
record KeyMerge(long missing, long kept, long more) {

  /** Told of every key that is not the same on both sides. */
  interface Keys {
    /** For those who only count. */
    Keys IGNORED = (kind, key) -> {};

    /**
     * A key.
     *
     * @param kind how it differs, the clone being the restored side
     * @param key its text
     */
    void found(Kind kind, String key);
  }

  static KeyMerge of(Iterator<KeyedRow> clone, Iterator<KeyedRow> target) {
    return of(clone, target, Keys.IGNORED);
  }

  static KeyMerge of(Iterator<KeyedRow> clone, Iterator<KeyedRow> target, Keys keys) {
    long missing = 0;
    long kept = 0;
    long more = 0;
    KeyedRow mine = next(clone);
    KeyedRow theirs = next(target);
    while (mine != null || theirs != null) {
      int order = compare(mine, theirs);
      if (order == 0) {
        if (mine.hash() == null || !mine.hash().equals(theirs.hash())) {
          kept++;
          keys.found(Kind.CHANGED, mine.key());
        }
        mine = next(clone);
        theirs = next(target);
      } else if (order < 0) {
        missing++;
        keys.found(Kind.ONLY_RESTORED, mine.key());
        mine = next(clone);
      } else {
        more++;
        keys.found(Kind.ONLY_CURRENT, theirs.key());
        theirs = next(target);
      }
    }
    return new KeyMerge(missing, kept, more);
  }

  private static KeyedRow next(Iterator<KeyedRow> rows) {
    return rows.hasNext() ? rows.next() : null;
  }

  /** By key; the side that has ended comes last. */
  private static int compare(KeyedRow mine, KeyedRow theirs) {
    if (mine == null) {
      return 1;
    }
    return theirs == null ? -1 : mine.key().compareTo(theirs.key());
  }
}
