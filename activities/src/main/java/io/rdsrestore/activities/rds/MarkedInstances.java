package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.LenientRead;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.PriceQuery;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.plan.PurchaseChoice;
import io.rdsrestore.workflows.sweep.AccountMark;
import io.rdsrestore.workflows.sweep.CloneMark;
import io.rdsrestore.workflows.sweep.Marked;
import io.rdsrestore.workflows.sweep.MarkedThings;
import io.rdsrestore.workflows.sweep.SeenInstance;
import io.rdsrestore.workflows.sweep.WhitelistMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All of a region that carries our mark: clones by description and tags, and on every other
 * instance our accounts and our whitelist group. What is on a clone goes with it.
 */
final class MarkedInstances {
  private final RdsApi rds;
  private final InstanceReader instances;
  private final PriceReader prices;

  MarkedInstances(RdsApi rds, InstanceReader instances, PriceReader prices) {
    this.rds = rds;
    this.instances = instances;
    this.prices = prices;
  }

  MarkedThings read(String regionId) {
    Tags tags = new Tags(rds, regionId);
    List<String> notRead = new ArrayList<>();
    Set<String> tagged = tags.marked(notRead);
    List<Answer> listed =
        rds.instances(regionId, null).stream()
            .filter(instance -> !CloneLookup.isGoing(instance.text("DBInstanceStatus")))
            .toList();
    if (listed.isEmpty()) {
      requireRegion(regionId, notRead);
    }
    Set<String> primaries =
        listed.stream()
            .map(one -> RestoreMark.primaryIn(one.textOrEmpty("DBInstanceDescription")))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    List<Marked> found = new ArrayList<>();
    for (Answer one : listed) {
      SeenInstance seen = seen(regionId, one, tagged, tags);
      if (CloneMark.isLike(seen)) {
        CloneMark.of(seen, primaries).map(this::priced).ifPresent(found::add);
      } else if (InstanceReader.RUNNING.equals(seen.status())) {
        lookInto(new InstanceReference(regionId, seen.id()), found, notRead);
      }
    }
    return new MarkedThings(found, notRead);
  }

  /**
   * A region that does not exist has no instances either: that is no reason to say all is clear.
   */
  private void requireRegion(String regionId, List<String> notRead) {
    LenientRead<Set<String>> regions = LenientRead.of(() -> rds.regions(regionId));
    if (regions.value() == null) {
      notRead.add("whether %s is a region: %s".formatted(regionId, regions.unknownBecause()));
    } else if (!regions.value().contains(regionId)) {
      throw Failures.of(
          RestoreErrorCode.NOT_FOUND,
          "There is no region %s.".formatted(regionId),
          new CloudRefusal(
              "DescribeRegions", null, null, "Correct its name, for example cn-hangzhou."));
    }
  }

  private SeenInstance seen(String regionId, Answer listed, Set<String> tagged, Tags tags) {
    String id = listed.text("DBInstanceId");
    String description = listed.textOrEmpty("DBInstanceDescription");
    boolean like =
        tagged.contains(id)
            || RestoreMark.restoreIdIn(description).isPresent()
            || RestoreMark.primaryIn(description).isPresent();
    // The list does not tell all: what looks like ours is looked at closely.
    Answer close = like ? rds.instance(new InstanceReference(regionId, id)).orElse(listed) : listed;
    return new SeenInstance(
        regionId,
        id,
        description,
        like ? tags.of(id) : Map.of(),
        listed.text("DBInstanceStatus"),
        listed.text("DBInstanceType"),
        listed.text("PayType"),
        RdsTime.parse(
            listed.text("CreateTime") == null
                ? close.text("CreationTime")
                : listed.text("CreateTime")),
        close.isTrue("DeletionProtection"));
  }

  private Marked priced(Marked clone) {
    InstanceReference instance = new InstanceReference(clone.regionId(), clone.id());
    Price price =
        LenientRead.of(
                () -> {
                  InstanceFacts facts = instances.read(instance);
                  return prices.read(
                      new PriceQuery(
                          instance,
                          facts.engine(),
                          facts.engineVersion(),
                          PurchaseChoice.asIs(facts)));
                })
            .value();
    return clone.priced(price);
  }

  private void lookInto(InstanceReference instance, List<Marked> found, List<String> notRead) {
    LenientRead<List<Answer>> accounts = LenientRead.of(() -> rds.accounts(instance));
    LenientRead<List<Answer>> groups = LenientRead.of(() -> rds.whitelistGroups(instance));
    for (LenientRead<List<Answer>> each : List.of(accounts, groups)) {
      if (each.value() == null) {
        notRead.add("%s: %s".formatted(instance.instanceId(), each.unknownBecause()));
      }
    }
    if (accounts.value() != null) {
      for (Answer account : accounts.value()) {
        AccountMark.of(
                instance.regionId(),
                instance.instanceId(),
                account.textOrEmpty("AccountName"),
                account.textOrEmpty("AccountDescription"),
                account.text("AccountStatus"))
            .ifPresent(found::add);
      }
    }
    if (groups.value() != null) {
      for (Answer group : groups.value()) {
        WhitelistMark.of(
                instance.regionId(),
                instance.instanceId(),
                group.textOrEmpty("DBInstanceIPArrayName"),
                Whitelist.split(group))
            .ifPresent(found::add);
      }
    }
  }
}
