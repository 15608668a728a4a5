package io.rdsrestore.sandbox.billing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All purchases, oldest first: the oracle for "never paid twice, nothing left behind". */
public final class Ledger {
  private final Pattern mark;
  private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

  /**
   * An empty ledger.
   *
   * @param mark finds the restore id, as group 1, in a description or job name
   */
  public Ledger(Pattern mark) {
    this.mark = mark;
  }

  public synchronized void bought(String kind, String id, Instant at, String description) {
    entries.put(id, new LedgerEntry(kind, id, at, null, restoreId(description)));
  }

  public synchronized void released(String id, Instant at) {
    entries.computeIfPresent(
        id, (key, entry) -> entry.releasedAt() == null ? entry.released(at) : entry);
  }

  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries.values());
  }

  private String restoreId(String description) {
    if (description == null) {
      return null;
    }
    Matcher matcher = mark.matcher(description);
    return matcher.find() ? matcher.group(1) : null;
  }
}
