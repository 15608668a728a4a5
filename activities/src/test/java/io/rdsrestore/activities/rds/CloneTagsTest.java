package io.rdsrestore.activities.rds;

import static io.rdsrestore.activities.SandboxRestore.ID;
import static io.rdsrestore.activities.SandboxRestore.PRIMARY;
import static io.rdsrestore.activities.SandboxRestore.cloneNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.SandboxRestore;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.CallRecord;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveClones;
import io.rdsrestore.workflows.sweep.Marked;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags on a clone: permissions may ask for them, and people read them. */
class CloneTagsTest {
  private static final String TAG = "TagResources";
  private static final String DELETE = "DeleteDBInstance";

  private Sandbox sandbox;
  private ActivityHarness harness;

  @BeforeEach
  void start() {
    sandbox = SandboxRestore.sandbox().build().start();
    harness = new ActivityHarness(sandbox);
  }

  @AfterEach
  void stop() {
    harness.close();
    sandbox.close();
  }

  @Test
  void aCloneIsTaggedAsSoonAsItIsBought() {
    CloneHandle clone = buy();
    assertThat(clone.tagged()).isTrue();
    Removal removal = remove(clone);
    assertThat(removal.removed()).containsExactly(clone.instanceId());
    assertThat(sandbox.calls().count(TAG)).isEqualTo(1);
  }

  @Test
  void oneThatTakesNoTagsIsBoughtAllTheSame() {
    sandbox.faults().add(FaultRule.error(TAG, "OperationDenied.DBInstanceStatus", 403, 1));
    CloneHandle clone = buy();
    assertThat(clone.tagged()).isFalse();
    assertThat(sandbox.calls().count(TAG)).isEqualTo(1);
  }

  @Test
  void anUntaggedCloneIsTaggedRightBeforeItIsDeleted() {
    CloneHandle clone = buyWithoutTags();
    assertThat(remove(clone).removed()).containsExactly(clone.instanceId());
    assertThat(writes()).endsWith(TAG, DELETE);
    assertThat(sandbox.calls().count(TAG)).isEqualTo(2);
    assertThat(sandbox.ledger()).allMatch(entry -> entry.releasedAt() != null);
  }

  @Test
  void whereItCannotBeTaggedTheDeletionHasTheLastWord() {
    CloneHandle clone = buyWithoutTags();
    sandbox.faults().add(FaultRule.error(TAG, "Forbidden.RAM", 403, 9));
    assertThat(remove(clone).removed()).containsExactly(clone.instanceId());
  }

  @Test
  void I3_whatIsNotOursIsNotTagged() {
    Removal removal =
        harness.finish(
            () ->
                harness.rds.removeClones(
                    new RemoveClones(
                        ID,
                        new InstanceReference(PRIMARY.regionId(), "rm-another"),
                        PRIMARY.instanceId(),
                        Duration.ZERO)));
    assertThat(removal.left()).hasSize(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void whoKeepsACloneIsFoundOnIt() {
    CloneHandle clone = buy();
    harness.finish(
        () ->
            harness.rds.ensureCloneTags(
                new CloneTags(
                    new InstanceReference(PRIMARY.regionId(), clone.instanceId()),
                    ID,
                    PRIMARY.instanceId(),
                    Instant.parse("2030-01-01T00:00:00Z"),
                    "Ana <ana@example.com> http://x",
                    Instant.parse("2026-11-26T16:00:00.5Z"))));
    List<Marked> found =
        harness.finish(() -> harness.rds.readMarkedInstances(PRIMARY.regionId())).found();
    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.keptBy()).isEqualTo("Ana _ana@example.com_ http:__x");
              assertThat(one.keptAt()).isEqualTo("2026-11-26T16:00:00Z");
            });
    assertThat(harness.markedClones(PRIMARY))
        .singleElement()
        .satisfies(left -> assertThat(left.keptAt()).isEqualTo("2026-11-26T16:00:00Z"));
  }

  @Test
  void aTagTakesAsMuchOfATextAsRdsDoes() {
    assertThat(TagText.of("restore-keep/abcdefgh23")).isEqualTo("restore-keep/abcdefgh23");
    assertThat(TagText.of("acs:root")).isEqualTo("_acs:root");
    assertThat(TagText.of("Aliyun ops")).isEqualTo("_Aliyun ops");
    assertThat(TagText.of(" \n")).isEqualTo("_");
    assertThat(TagText.of("张伟")).isEqualTo("张伟");
    assertThat(TagText.of("x".repeat(500))).hasSizeLessThanOrEqualTo(128);
  }

  @Test
  void aRegionThatThereIsNotIsNoAllClear() {
    harness.newActivity();
    ApplicationFailure refused =
        harness.failureOf(() -> harness.rds.readMarkedInstances("cn-mars"));
    assertThat(refused.getType()).isEqualTo("NOT_FOUND");
    assertThat(refused.getOriginalMessage()).isEqualTo("There is no region cn-mars.");
    assertThat(refused.isNonRetryable()).isTrue();
    assertThat(harness.finish(() -> harness.rds.readMarkedInstances("eu-central-1")).notRead())
        .isEmpty();
    sandbox.faults().add(FaultRule.error("DescribeRegions", "Forbidden.RAM", 403, 1));
    assertThat(harness.finish(() -> harness.rds.readMarkedInstances("cn-mars")).notRead())
        .containsExactly(
            "whether cn-mars is a region: DescribeRegions is refused with Forbidden.RAM");
  }

  private CloneHandle buy() {
    return harness.finish(() -> harness.rds.ensureClone(cloneNumber(1)));
  }

  private CloneHandle buyWithoutTags() {
    sandbox.faults().add(FaultRule.error(TAG, "OperationDenied.DBInstanceStatus", 403, 1));
    return buy();
  }

  private Removal remove(CloneHandle clone) {
    return harness.finish(
        () ->
            harness.rds.removeClones(
                new RemoveClones(ID, PRIMARY, clone.instanceId(), Duration.ZERO)));
  }

  private List<String> writes() {
    return sandbox.calls().latest().stream()
        .map(CallRecord::action)
        .filter(action -> !action.startsWith("Describe") && !action.startsWith("List"))
        .toList();
  }
}
