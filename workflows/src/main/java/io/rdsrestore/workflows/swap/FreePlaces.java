package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which restored tables can move to places that nothing has. */
public final class FreePlaces {
  private FreePlaces() {}

  /**
   * A foreign key from or to a restored table. It follows a table that moves, so both of its ends
   * move, or neither.
   *
   * @param name of the key
   * @param table a restored table
   * @param other where the key comes from or goes to
   */
  public record Link(String name, QualifiedName table, QualifiedName other) {}

  /**
   * The same tables, with what keeps each from moving; those without an obstacle can move together.
   *
   * @param looks with what is in the way of each by itself
   * @param links all of these tables, in either direction
   */
  public static List<SwapLook> of(List<SwapLook> looks, List<Link> links) {
    Map<String, SwapLook> tables = new TreeMap<>();
    for (SwapLook look : looks) {
      boolean isTaken = look.state() == SwapState.BESIDE && look.current() != null;
      tables.put(
          look.table().restored().toString(),
          isTaken ? with(look, "there is %s already".formatted(look.table().current())) : look);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Link link : links) {
        SwapLook look = tables.get(link.table().toString());
        if (look != null && canMove(look) && !canMoveTo(tables, link.other())) {
          tables.put(
              link.table().toString(),
              with(
                  look,
                  "foreign key %s links it with %s, which stays where it is"
                      .formatted(link.name(), link.other())));
          changed = true;
        }
      }
    }
    return looks.stream().map(look -> tables.get(look.table().restored().toString())).toList();
  }

  /** Those that stand beside and that nothing keeps from moving. */
  public static List<SwapLook> movable(List<SwapLook> looks) {
    return looks.stream().filter(FreePlaces::canMove).toList();
  }

  private static boolean canMove(SwapLook look) {
    return look.state() == SwapState.BESIDE && look.obstacles().isEmpty();
  }

  private static boolean canMoveTo(Map<String, SwapLook> tables, QualifiedName other) {
    return Optional.ofNullable(tables.get(other.toString()))
        .filter(FreePlaces::canMove)
        .isPresent();
  }

  private static SwapLook with(SwapLook look, String obstacle) {
    List<String> obstacles = new ArrayList<>(look.obstacles());
    obstacles.add(obstacle);
    return look.withObstacles(List.copyOf(obstacles));
  }
}
