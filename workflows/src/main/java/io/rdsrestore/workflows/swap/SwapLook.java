package io.rdsrestore.workflows.swap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.Counted;
import java.util.List;

/**
 * How a table of a swap stands.
 *
 * @param table which
 * @param restored what has the restored table's name; null if nothing has
 * @param current likewise
 * @param aside likewise
 * @param obstacles why it is not swapped, each a sentence; empty if nothing is in the way
 */
public record SwapLook(
    SwapTable table, Occupant restored, Occupant current, Occupant aside, List<String> obstacles) {

  /**
   * A table.
   *
   * @param rows exact; -1 if they were not counted
   * @param autoIncrement the next number that the server gives out; 0 if it gives out none
   * @param roomy whether so many numbers are left that some may be skipped
   */
  public record Occupant(long rows, long autoIncrement, boolean roomy) {}

  /** Told by names alone: the table set aside has a name that only this restore gives. */
  @JsonIgnore
  public SwapState state() {
    if (restored != null && aside == null) {
      return SwapState.BESIDE;
    }
    if (restored == null && current != null) {
      return SwapState.SWAPPED;
    }
    return SwapState.UNCLEAR;
  }

  /** Whether it stands beside, and nothing has its place. */
  @JsonIgnore
  public boolean hasFreePlace() {
    return state() == SwapState.BESIDE && current == null;
  }

  /** The same, with what is in the way. */
  public SwapLook withObstacles(List<String> found) {
    return new SwapLook(table, restored, current, aside, found);
  }

  /** In a sentence. */
  public String text() {
    return switch (state()) {
      case BESIDE ->
          current == null
              ? "%s; nothing has the place now".formatted(rowsOf(restored))
              : "%s for the %d that are there now, which are kept as %s"
                  .formatted(rowsOf(restored), current.rows(), table.aside());
      case SWAPPED ->
          aside == null
              ? "%s in place".formatted(rowsOf(current))
              : "%s in place; the %d of before are kept as %s"
                  .formatted(rowsOf(current), aside.rows(), table.aside());
      case UNCLEAR -> names();
    };
  }

  private static String rowsOf(Occupant table) {
    return Counted.of(table.rows(), "restored row");
  }

  /** Which of its names are taken. */
  public String names() {
    return "%s %s, %s %s, %s %s"
        .formatted(
            table.restored(),
            there(restored),
            table.current(),
            there(current),
            table.aside(),
            there(aside));
  }

  private static String there(Occupant occupant) {
    return occupant == null ? "is not there" : "is there";
  }
}
