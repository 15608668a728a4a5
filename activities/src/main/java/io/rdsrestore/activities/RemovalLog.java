package io.rdsrestore.activities;

import io.rdsrestore.workflows.activity.Removal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a removal has done so far, noted for the next attempt: what an earlier one deleted is not
 * found any more, and still belongs into the result.
 */
public final class RemovalLog {
  private static final String PREFIX = "removing ";
  private static final String SEPARATOR = " ";

  private final Attempt attempt;
  private final Set<String> asked;
  private final Set<String> pending = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final List<Removal.LeftOver> left = new ArrayList<>();

  private RemovalLog(Attempt attempt, Set<String> asked) {
    this.attempt = attempt;
    this.asked = asked;
  }

  /** The log that the last attempt left, or a new one. */
  public static RemovalLog resume() {
    Attempt attempt = Attempt.orDetached();
    Set<String> asked = new LinkedHashSet<>();
    attempt
        .lastNote()
        .filter(note -> note.startsWith(PREFIX))
        .ifPresent(
            note -> asked.addAll(List.of(note.substring(PREFIX.length()).split(SEPARATOR, -1))));
    return new RemovalLog(attempt, asked);
  }

  /** Its deletion is about to be asked for. */
  public void removing(String id) {
    asked.add(id);
    pending.add(id);
    attempt.note(PREFIX + String.join(SEPARATOR, asked));
  }

  /** Whether its deletion was asked for, in this attempt or an earlier one. */
  public boolean isAsked(String id) {
    return asked.contains(id);
  }

  /** It was looked for and is gone. */
  public void removed(String id) {
    pending.remove(id);
    removed.add(id);
  }

  /** It stays, on purpose. */
  public void left(String id, String why) {
    left.add(new Removal.LeftOver(id, why));
  }

  /** Its deletion was asked for and refused for good; it stays. */
  public void notRemovable(String id, String why) {
    asked.remove(id);
    pending.remove(id);
    left(id, why);
  }

  /** Whose deletion was asked for and that are still there. */
  public Set<String> pending() {
    return pending;
  }

  /** What it came to. */
  public Removal result() {
    Set<String> all = new LinkedHashSet<>(asked);
    all.addAll(removed);
    return new Removal(List.copyOf(all), List.copyOf(left));
  }
}
