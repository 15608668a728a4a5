package io.rdsrestore.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.notify.NoticeCommand;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What has no room is left out without harm to the rest. */
class CutTest {
  @Property
  void aCutTextHasRoomAndIsABeginningOfWholeCharacters(
      @ForAll String text, @ForAll @IntRange(max = 200) int most) {
    String whole =
        text.codePoints()
            .filter(c -> !Character.isSurrogate((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String cut = Cut.to(whole, most, Cut::bytes);
    assertThat(Cut.bytes(cut)).isLessThanOrEqualTo(most);
    if (!cut.equals(whole) && !cut.isEmpty()) {
      assertThat(cut).endsWith("…");
      String kept = cut.substring(0, cut.length() - 1);
      assertThat(whole).startsWith(kept);
      assertThat(kept.isEmpty() || !Character.isHighSurrogate(kept.charAt(kept.length() - 1)))
          .isTrue();
    }
  }

  @Property(tries = 200)
  void aPageHasOnlyWholeCommandsAndHasRoom(@ForAll @IntRange(max = 6000) int room) {
    Page page = Page.of(Samples.large(), room, Cut::bytes);
    assertThat(Samples.large().commands()).containsAll(page.commands());
    int used =
        page.lines().stream().mapToInt(Cut::bytes).sum()
            + page.commands().stream().map(NoticeCommand::command).mapToInt(Cut::bytes).sum();
    assertThat(used).isLessThanOrEqualTo(room);
    assertThat(page.isWhole()).isFalse();
  }
}
