package io.rdsrestore.workflows.sweep;

import static io.rdsrestore.workflows.sweep.Things.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** I3: only what a restore has made may go, whatever others call their things. */
class SweepPropertyTest {
  private static final List<String> IDS = List.of("abcdefgh23", "zzzzzzzz22", "management");
  private static final List<String> INSTANCES = List.of("rm-primary01", "rm-clone01", "rm-other");

  /** What people may do to a text of ours, or call a thing of theirs. */
  private static final List<String> LOOK_ALIKES =
      List.of(
          "%s",
          " %s",
          "%s ",
          "copy of %s",
          "%s (old)",
          "%s%s",
          "x%s",
          "\n%s",
          "rr-management",
          "rr-abcdefgh23",
          "rds-restore clone of rm-primary01 for rr-abcdefgh2 #1 until 2026-11-30T10:00:00Z",
          "rds-restore clone of rm-primary01 for rr-abcdefgh23 #0 until 2026-11-30T10:00:00Z",
          "rds-restore clone of rm-primary01 for rr-ABCDEFGH23 #1 until 2026-11-30T10:00:00Z",
          "rds-restore clone of rm-primary01 for rr-abcdefgh23 #1 until soon",
          "rds-restore clone of rm-primary01 for rr-abcdefgh23 #1",
          "");

  @Provide
  Arbitrary<Owners> owners() {
    Arbitrary<Map<String, String>> running =
        Arbitraries.maps(Arbitraries.of(INSTANCES), Arbitraries.of(IDS)).ofMaxSize(2);
    return Combinators.combine(
            running,
            Arbitraries.of(IDS).set().ofMaxSize(1),
            Arbitraries.of(INSTANCES).set().ofMaxSize(2))
        .as((uses, kept, known) -> new Owners(uses, kept, Map.of(), known, "default"));
  }

  @Provide
  Arbitrary<SeenInstance> instances() {
    Arbitrary<String> id = Arbitraries.of(IDS);
    Arbitrary<String> text =
        Combinators.combine(id, Arbitraries.of(INSTANCES), Arbitraries.of(LOOK_ALIKES))
            .as(
                (restoreId, primary, form) ->
                    form.replace(
                        "%s",
                        RestoreMark.cloneDescription(restoreId, primary, 1, Things.expires())));
    Arbitrary<Map<String, String>> tags =
        Arbitraries.maps(
                Arbitraries.of(
                    RestoreMark.TAG_RESTORE_ID,
                    RestoreMark.TAG_PRIMARY,
                    RestoreMark.TAG_KEPT_AT,
                    "team"),
                Arbitraries.of("abcdefgh23", "zzzzzzzz22", "rm-primary01", ""))
            .ofMaxSize(2);
    Arbitrary<Instant> created =
        Arbitraries.of(
            Things.NOW.plus(Duration.ofMinutes(9)),
            Things.NOW.minus(Duration.ofDays(400)),
            Things.NOW.plus(Duration.ofDays(2)));
    return Combinators.combine(
            Arbitraries.of(INSTANCES),
            text,
            tags,
            Arbitraries.of("Primary", "Readonly"),
            Arbitraries.of("Postpaid", "Prepaid"),
            created,
            Arbitraries.of(false, false, true))
        .as(
            (instance, description, tagged, type, paid, at, isProtected) ->
                new SeenInstance(
                    REGION, instance, description, tagged, "Running", type, paid, at, isProtected));
  }

  /** Told apart without the code under test: by making the text of every restore anew. */
  @Property(tries = 3000)
  void I3_onlyACloneOfARestoreThatHasEndedMayGo(
      @ForAll("instances") SeenInstance instance,
      @ForAll("owners") Owners owners,
      @ForAll boolean isPrimaryOfOthers) {
    Set<String> primaries = isPrimaryOfOthers ? Set.of(instance.id()) : Set.of();
    Optional<String> madeBy =
        IDS.stream()
            .filter(
                id ->
                    INSTANCES.stream()
                        .filter(primary -> !primary.equals(instance.id()))
                        .map(
                            primary ->
                                RestoreMark.cloneDescription(id, primary, 1, Things.expires()))
                        .anyMatch(instance.description()::equals))
            .findFirst();
    boolean mayGo =
        CloneMark.of(instance, primaries)
            .map(thing -> SweepChoice.of(thing, owners).mayGo())
            .orElse(false);

    if (mayGo) {
      assertThat(madeBy).isPresent();
      assertThat(instance.isProtected() || isPrimaryOfOthers).isFalse();
      assertThat(instance.type()).isEqualTo("Primary");
      assertThat(instance.payType()).isEqualTo("Postpaid");
      assertThat(instance.createdAt()).isAfterOrEqualTo(Things.NOW);
      assertThat(instance.tags().getOrDefault(RestoreMark.TAG_RESTORE_ID, madeBy.get()))
          .isEqualTo(madeBy.get());
      assertThat(instance.tags()).doesNotContainKey(RestoreMark.TAG_KEPT_AT);
      assertThat(owners.running()).doesNotContainValue(madeBy.get());
      assertThat(owners.running()).doesNotContainKey(instance.id());
      assertThat(owners.kept()).doesNotContain(madeBy.get());
      assertThat(owners.known())
          .as("restores that would be known here")
          .containsAnyOf(
              instance.id(), RestoreMark.primaryIn(instance.description()).orElseThrow());
    }
  }

  @Property(tries = 1000)
  void I3_onlyAJobOrAccountOfARestoreThatHasEndedMayGo(
      @ForAll("texts") String text, @ForAll("owners") Owners owners) {
    for (String id : IDS) {
      boolean running = owners.running().containsValue(id);
      Things.job(text)
          .filter(thing -> SweepChoice.of(thing, owners).mayGo())
          .filter(thing -> thing.restoreId().equals(id))
          .ifPresent(
              thing -> {
                assertThat(running || owners.kept().contains(id)).isFalse();
                assertThat(text)
                    .endsWith(Things.jobName(id).substring("rds-restore".length()))
                    .doesNotStartWith(" ");
              });
      AccountMark.of(REGION, "rm-primary01", "rr_" + id, text, "Available")
          .filter(thing -> SweepChoice.of(thing, owners).mayGo())
          .ifPresent(
              thing -> {
                assertThat(running).isFalse();
                assertThat(text).isEqualTo(RestoreMark.accountDescription(id));
              });
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Combinators.combine(Arbitraries.of(IDS), Arbitraries.of(LOOK_ALIKES))
        .flatAs(
            (id, form) ->
                Arbitraries.of(Things.jobName(id), RestoreMark.accountDescription(id))
                    .map(ours -> form.replace("%s", ours)));
  }

  /** The other way round: nothing of ours is overlooked. */
  @Property(tries = 200)
  void whatARestoreHasMadeIsFound(@ForAll("restoreIds") String id) {
    assertThat(SweepChoice.of(Things.marked(Things.clone(id)), Things.nobody()).mayGo()).isTrue();
    assertThat(Things.job(Things.jobName(id)))
        .hasValueSatisfying(
            job -> assertThat(SweepChoice.of(job, Things.nobody()).mayGo()).isTrue());
    assertThat(
            AccountMark.of(
                REGION,
                "rm-primary01",
                RestoreMark.accountName(id),
                RestoreMark.accountDescription(id),
                "Available"))
        .hasValueSatisfying(
            account -> assertThat(SweepChoice.of(account, Things.nobody()).mayGo()).isTrue());
  }

  @Provide
  Arbitrary<String> restoreIds() {
    return Arbitraries.strings().withChars("abcdefghijklmnopqrstuvwxyz234567").ofLength(10);
  }
}
