package io.rdsrestore.workflows.sweep;

import static io.rdsrestore.workflows.sweep.Things.CLONE;
import static io.rdsrestore.workflows.sweep.Things.NOW;
import static io.rdsrestore.workflows.sweep.Things.PRIMARY;
import static io.rdsrestore.workflows.sweep.Things.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreMark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose it is, and whether it may go. */
class SweepChoiceTest {
  private static final String ID = "abcdefgh23";

  @Test
  void whatARestoreMadeMayGoOnceTheRestoreHasEnded() {
    Owners ended =
        new Owners(Map.of(), Set.of(), Map.of(ID, "terminated"), Set.of(Things.PRIMARY), "default");
    List<SweepFinding> findings =
        SweepChoice.of(
            List.of(
                Things.marked(Things.clone(ID)),
                whitelist(PRIMARY),
                account(ID, RestoreMark.accountDescription(ID)),
                Things.job(Things.jobName(ID)).orElseThrow()),
            ended);

    assertThat(findings).allMatch(SweepFinding::mayGo);
    assertThat(findings)
        .extracting(finding -> finding.thing().kind())
        .containsExactly(
            MarkedKind.JOB, MarkedKind.ACCOUNT, MarkedKind.WHITELIST, MarkedKind.CLONE);
    assertThat(findings.get(0).why()).isEqualTo("restore abcdefgh23 has ended (terminated)");
    assertThat(SweepChoice.of(Things.marked(Things.clone(ID)), Things.nobody()).why())
        .isEqualTo("no restore abcdefgh23 is running in namespace default");
  }

  @Test
  void whatARunningRestoreUsesStays() {
    Owners running =
        new Owners(Map.of(PRIMARY, ID), Set.of(), Map.of(), Set.of(Things.PRIMARY), "default");
    assertVerdict(Things.marked(Things.clone(ID)), running, SweepVerdict.IN_USE);
    assertVerdict(Things.job(Things.jobName(ID)).orElseThrow(), running, SweepVerdict.IN_USE);
    assertVerdict(whitelist(PRIMARY), running, SweepVerdict.IN_USE);
    // Of an earlier restore of the same primary.
    assertVerdict(Things.marked(Things.clone("zzzzzzzz22")), running, SweepVerdict.ORPHAN);
    assertVerdict(
        account("zzzzzzzz22", RestoreMark.accountDescription("zzzzzzzz22")),
        running,
        SweepVerdict.ORPHAN);
  }

  @Test
  void whatMayBelongToAnotherNamespaceGoesOnlyByName() {
    Owners elsewhere = new Owners(Map.of(), Set.of(), Map.of(), Set.of("rm-other"), "ops");
    List<Marked> all =
        List.of(
            Things.marked(Things.clone(ID)),
            whitelist(PRIMARY),
            account(ID, RestoreMark.accountDescription(ID)),
            Things.job(Things.jobName(ID)).orElseThrow());
    List<SweepFinding> findings = SweepChoice.of(all, elsewhere);
    assertThat(findings).extracting(SweepFinding::verdict).containsOnly(SweepVerdict.UNKNOWN);
    assertThat(findings).noneMatch(SweepFinding::mayGo);
    assertThat(findings.get(0).why())
        .isEqualTo(
            "namespace ops knows no restore of rm-primary01, so it may belong to one in another namespace");

    SweepLookReport report = SweepLookReport.of("ops", List.of(REGION), findings, List.of());
    assertThat(report.isAlert()).isTrue();
    assertThat(report.orphans()).isEmpty();
    assertThat(report.summary())
        .isEqualTo(
            "4 things belong to restores that namespace ops does not know; see and remove with: ./rds-restore sweep --namespace ops --region cn-hangzhou");
  }

  @Test
  void whatIsOnACloneIsKnownByItsRestore() {
    Marked account =
        AccountMark.of(REGION, CLONE, "rr_" + ID, RestoreMark.accountDescription(ID), "Available")
            .orElseThrow();
    assertThat(SweepChoice.of(account, Things.nobody()).verdict()).isEqualTo(SweepVerdict.UNKNOWN);
    assertThat(SweepChoice.of(List.of(account, Things.marked(Things.clone(ID))), Things.nobody()))
        .allMatch(SweepFinding::mayGo);
  }

  @Test
  void aCloneThatIsKeptOrItselfRestoredStays() {
    Owners kept =
        new Owners(
            Map.of(), Set.of(ID), Map.of(ID, "completed"), Set.of(Things.PRIMARY), "default");
    SweepFinding finding = SweepChoice.of(Things.marked(Things.clone(ID)), kept);
    assertThat(finding.verdict()).isEqualTo(SweepVerdict.IN_USE);
    assertThat(finding.why()).isEqualTo("it is kept by restore-keep/abcdefgh23");
    assertVerdict(Things.job(Things.jobName(ID)).orElseThrow(), kept, SweepVerdict.IN_USE);
    assertVerdict(account(ID, RestoreMark.accountDescription(ID)), kept, SweepVerdict.ORPHAN);
    Owners used =
        new Owners(
            Map.of(CLONE, "zzzzzzzz22"), Set.of(), Map.of(), Set.of(Things.PRIMARY), "default");
    assertVerdict(Things.marked(Things.clone(ID)), used, SweepVerdict.IN_USE);
    assertVerdict(whitelist(CLONE), used, SweepVerdict.IN_USE);
  }

  @Test
  void aCloneThatSomebodyWantedKeptIsNoOrphan() {
    Marked clone = Things.marked(Things.tagged(Things.clone(ID), keptByAna()));
    SweepFinding finding = SweepChoice.of(clone, Things.nobody());
    assertThat(finding.verdict()).isEqualTo(SweepVerdict.KEPT);
    assertThat(finding.mayGo()).isFalse();
    assertThat(finding.why()).isEqualTo("kept by ana at 2026-11-23T12:00:00Z");
    SweepLookReport report =
        SweepLookReport.of("default", List.of(REGION), List.of(finding), List.of());
    assertThat(report.orphans()).isEmpty();
    assertThat(report.kept()).containsExactly(finding);
    assertThat(report.summary()).startsWith("Nothing has outlived its restore");

    // A job that is left would write: it goes whoever wants the clone.
    assertVerdict(
        Things.job(Things.jobName(ID)).orElseThrow(), Things.nobody(), SweepVerdict.ORPHAN);
    // A workflow that kept it and is no more has no such word of a person.
    assertVerdict(
        Things.marked(
            Things.tagged(Things.clone(ID), Map.of(RestoreMark.TAG_KEPT_BY, "restore-keep/" + ID))),
        Things.nobody(),
        SweepVerdict.ORPHAN);
    // The word does not make somebody else's instance ours.
    assertVerdict(
        Things.marked(
            Things.described(Things.tagged(Things.clone(ID), keptByAna()), CLONE, "ana's copy")),
        Things.nobody(),
        SweepVerdict.UNCLEAR);
  }

  private static Map<String, String> keptByAna() {
    return Map.of(
        RestoreMark.TAG_RESTORE_ID,
        ID,
        RestoreMark.TAG_KEPT_BY,
        "ana",
        RestoreMark.TAG_KEPT_AT,
        "2026-11-23T12:00:00Z");
  }

  @Test
  void whatMayBeSomebodyElsesIsShownWithTheDoubtAndStays() {
    SeenInstance clone = Things.clone(ID);
    assertDoubt(Things.described(clone, CLONE, "ana's copy"), "not the one that a restore gives");
    assertDoubt(
        Things.described(clone, CLONE, "copy of " + clone.description()),
        "not the one that a restore gives");
    assertDoubt(Things.described(clone, PRIMARY, clone.description()), "it is the primary");
    assertDoubt(
        Things.tagged(clone, Map.of(RestoreMark.TAG_RESTORE_ID, "zzzzzzzz22")), "another restore");
    assertDoubt(
        Things.tagged(clone, Map.of(RestoreMark.TAG_PRIMARY, "rm-other")), "another primary");
    assertDoubt(Things.being(clone, "Readonly", "Postpaid", NOW, false), "of type Readonly");
    assertDoubt(Things.being(clone, "Primary", "Prepaid", NOW, false), "paid Prepaid");
    assertDoubt(
        Things.being(clone, "Primary", "Postpaid", NOW.minus(Duration.ofDays(3)), false),
        "older than the restore");
    assertDoubt(Things.being(clone, "Primary", "Postpaid", NOW, true), "deletion protection");
    assertVerdict(account(ID, "reports"), Things.nobody(), SweepVerdict.UNCLEAR);
    assertVerdict(account("management", ""), Things.nobody(), SweepVerdict.UNCLEAR);
    assertVerdict(
        Things.job("nightly rr-management").orElseThrow(), Things.nobody(), SweepVerdict.UNCLEAR);
  }

  @Test
  void anInstanceThatSomethingOfOursNamesAsItsPrimaryStays() {
    Marked primary = CloneMark.of(Things.clone(ID), Set.of(CLONE)).orElseThrow();
    assertThat(primary.doubt()).isEqualTo("it is the primary of a restore");
  }

  @Test
  void aClosedGroupAndThoseOfOthersAreNothing() {
    assertThat(WhitelistMark.of(REGION, PRIMARY, "rds_restore", Set.of("127.0.0.1"))).isEmpty();
    assertThat(WhitelistMark.of(REGION, PRIMARY, "rds_restore", Set.of())).isEmpty();
    assertThat(WhitelistMark.of(REGION, PRIMARY, "rds_restored", Set.of("10.0.0.1"))).isEmpty();
    assertThat(WhitelistMark.of(REGION, PRIMARY, "default", Set.of("10.0.0.1"))).isEmpty();
  }

  private static void assertDoubt(SeenInstance instance, String doubt) {
    SweepFinding finding = SweepChoice.of(Things.marked(instance), Things.nobody());
    assertThat(finding.verdict()).as(instance.toString()).isEqualTo(SweepVerdict.UNCLEAR);
    assertThat(finding.why()).contains(doubt);
  }

  private static void assertVerdict(Marked thing, Owners owners, SweepVerdict verdict) {
    assertThat(SweepChoice.of(thing, owners).verdict()).as(thing.toString()).isEqualTo(verdict);
  }

  private static Marked account(String restoreId, String description) {
    return AccountMark.of(REGION, PRIMARY, "rr_" + restoreId, description, "Available")
        .orElseThrow();
  }

  private static Marked whitelist(String instance) {
    return WhitelistMark.of(REGION, instance, "rds_restore", Set.of("10.0.0.1")).orElseThrow();
  }
}
