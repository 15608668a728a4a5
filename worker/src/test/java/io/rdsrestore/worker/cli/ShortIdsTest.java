package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.worker.UserError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a part of an id means. */
class ShortIdsTest {
  private static final RestoreLine NEW = line("restore/rm-primary01", "kmpz4hx7sx", "running");
  private static final RestoreLine OLD = line("restore/rm-primary01", "abcdefgh23", "completed");
  private static final RestoreLine OTHER = line("restore/rm-prime", "kmqq7hx7sx", "running");
  private static final RestoreLine KEPT = line("restore-keep/abcdefgh23", "abcdefgh23", "running");
  private static final List<RestoreLine> KNOWN = List.of(NEW, OTHER, OLD);

  @Test
  void aBeginningWithOrWithoutItsPrefixMeansTheNewestRestoreOfThatPrimary() {
    assertThat(choose("rm-prima", KNOWN)).isSameAs(NEW);
    assertThat(choose("primary01", KNOWN)).isSameAs(NEW);
    assertThat(choose("prime", KNOWN)).isSameAs(OTHER);
  }

  @Test
  void aRestoreIdOrItsBeginningMeansThatRestoreAlsoAnOldOne() {
    assertThat(choose("abcdefgh23", KNOWN)).isSameAs(OLD);
    assertThat(choose("abcd", KNOWN)).isSameAs(OLD);
    assertThat(choose("kmpz", KNOWN)).isSameAs(NEW);
  }

  @Test
  void whatFitsSeveralIsRefusedWithTheirNames() {
    assertThatThrownBy(() -> choose("prim", KNOWN))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(
            "prim could be any of these",
            "rm-primary01 (restore kmpz4hx7sx, running)",
            "rm-prime (restore kmqq7hx7sx, running)");
  }

  @Test
  void aRestoreAndWhatOutlivesItAreOne() {
    assertThat(choose("abcd", List.of(KEPT, OLD))).isSameAs(OLD);
    assertThat(choose("abcd", List.of(OLD, KEPT))).isSameAs(OLD);
    assertThat(choose("abcd", List.of(NEW, KEPT)))
        .as("Temporal has forgotten the restore")
        .isSameAs(KEPT);
  }

  @Test
  void whoSitsThereSaysWhichOfSeveral() {
    assertThat(
            ShortIds.choose(
                "prim",
                KNOWN,
                fitting -> {
                  assertThat(fitting).contains(NEW, OTHER).doesNotContain(OLD);
                  return Optional.of(OTHER);
                }))
        .isSameAs(OTHER);
    assertThat(ShortIds.choose("prime", KNOWN, fitting -> Optional.of(NEW)))
        .as("nobody is asked about what is clear")
        .isSameAs(OTHER);
  }

  @Test
  void aWholeRestoreIdMeansTheRestoreAndAContinuedOneIsOne() {
    RestoreLine before = line("restore/rm-primary01", "kmpz4hx7sx", "continued as new");

    assertThat(choose("abcdefgh23", List.of(KEPT, OLD))).isSameAs(OLD);
    assertThat(choose("kmpz", List.of(NEW, before))).isSameAs(NEW);
  }

  @Test
  void aTypoIsNoGuess() {
    assertThatThrownBy(() -> choose("rm-primray01", KNOWN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean rm-primary01?");
    assertThatThrownBy(() -> choose("PRIMARY01", KNOWN))
        .hasMessageContaining("did you mean rm-primary01?");
    assertThatThrownBy(() -> choose("nothing-like-it", KNOWN))
        .hasMessage(
            "No restore is known as nothing-like-it in this namespace; ./rds-restore list shows those there are.");
  }

  @Test
  void distanceCountsWhatFingersDo() {
    assertThat(ShortIds.distance("abc", "abc")).isZero();
    assertThat(ShortIds.distance("abc", "acb")).isEqualTo(1);
    assertThat(ShortIds.distance("abc", "ab")).isEqualTo(1);
    assertThat(ShortIds.distance("abc", "xbcd")).isEqualTo(2);
    assertThat(ShortIds.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void whatIsKeptIsMeantByItsPrimaryOrItsRestore() {
    RestoreLine kept = line("restore-keep/abcdefgh23", "abcdefgh23", "running", "rm-primary01");

    assertThat(List.of("rm-prim", "primary01", "abcd"))
        .allMatch(part -> ShortIds.kept(part, List.of(kept)).equals(List.of(kept)));
    assertThat(List.of("rm-xyz", "abc", "primary02"))
        .allMatch(part -> ShortIds.kept(part, List.of(kept)).isEmpty());
  }

  @Test
  void nothingAndNextToNothingNameNoRestore() {
    List<RestoreLine> one = List.of(NEW);

    assertThat(List.of("", " ", "rm-"))
        .allSatisfy(
            part ->
                assertThatThrownBy(() -> choose(part, one))
                    .hasMessageStartingWith("The id is empty"));
    assertThat(List.of("p", "rm-pr"))
        .allSatisfy(
            part ->
                assertThatThrownBy(() -> choose(part, one))
                    .hasMessageContaining("is too short to name a restore"));
    assertThatThrownBy(() -> ShortIds.kept("", one)).isInstanceOf(UserError.class);
  }

  private static RestoreLine choose(String part, List<RestoreLine> known) {
    return ShortIds.choose(part, known, fitting -> Optional.empty());
  }

  private static RestoreLine line(String workflowId, String restoreId, String state) {
    return line(workflowId, restoreId, state, null);
  }

  private static RestoreLine line(
      String workflowId, String restoreId, String state, String instanceId) {
    return new RestoreLine(
        restoreId,
        workflowId,
        "run",
        instanceId,
        null,
        state,
        null,
        null,
        null,
        Instant.EPOCH,
        null,
        null,
        null);
  }
}
