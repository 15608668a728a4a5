package io.rdsrestore.workflows.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.swap.FreePlaces.Link;
import io.rdsrestore.workflows.swap.SwapLook.Occupant;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FreePlacesTest {
  private static final Occupant SOME = new Occupant(1, 0, false);

  private static QualifiedName beside(Object name) {
    return new QualifiedName("beside", "t" + name);
  }

  private static SwapLook look(int name, boolean taken) {
    SwapTable table = SwapTable.of(beside(name), new QualifiedName("shop", "t" + name), "k3f9a");
    return new SwapLook(table, SOME, taken ? SOME : null, null, List.of());
  }

  private static List<QualifiedName> movable(List<SwapLook> looks, List<Link> links) {
    return FreePlaces.movable(FreePlaces.of(looks, links)).stream()
        .map(look -> look.table().restored())
        .toList();
  }

  @Test
  void aChainOfForeignKeysMovesAsAWholeOrNotAtAll() {
    List<Link> links =
        List.of(
            new Link("a", beside(1), beside(2)),
            new Link("a", beside(2), beside(1)),
            new Link("b", beside(2), beside(3)),
            new Link("b", beside(3), beside(2)));

    assertThat(movable(List.of(look(1, false), look(2, false), look(3, false)), links)).hasSize(3);
    assertThat(
            movable(List.of(look(1, false), look(2, false), look(3, true), look(4, false)), links))
        .containsExactly(beside(4));
  }

  @Test
  void whatHasMovedAlreadyIsNoObstacleAndDoesNotMoveAgain() {
    SwapLook moved = new SwapLook(look(1, false).table(), null, SOME, null, List.of());

    assertThat(FreePlaces.of(List.of(moved), List.of())).containsExactly(moved);
    assertThat(movable(List.of(moved), List.of())).isEmpty();
  }

  @Provide
  Arbitrary<List<Link>> links() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6), Arbitraries.integers().between(1, 7))
        .as((one, other) -> new Link("f", beside(one), beside(other)))
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 300)
  void I5_noForeignKeyIsTornAndNoTakenPlaceIsTouched(
      @ForAll("links") List<Link> links, @ForAll boolean[] taken) {
    List<SwapLook> looks =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> look(i, i <= taken.length && taken[i - 1]))
            .toList();
    List<QualifiedName> movable = movable(looks, links);

    assertThat(links)
        .filteredOn(link -> movable.contains(link.table()))
        .allMatch(link -> movable.contains(link.other()));
    assertThat(looks)
        .filteredOn(look -> look.current() != null)
        .noneMatch(look -> movable.contains(look.table().restored()));
  }
}
