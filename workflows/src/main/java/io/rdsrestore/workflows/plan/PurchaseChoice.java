package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.CloneWish;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.Optional;

/** What is bought: a clone like its primary where no wish says otherwise, and a small DTS job. */
public final class PurchaseChoice {
  /** DTS: InstanceClass; its speed limits incremental migration only, which is not used. */
  private static final String DTS_CLASS = "small";

  private static final String RDS_PAY_AS_YOU_GO = "Postpaid";
  private static final String DTS_PAY_AS_YOU_GO = "PostPaid";
  private static final String LOCAL_DISK = "local_ssd";
  private static final String VPC = "VPC";

  private PurchaseChoice() {}

  public static PurchaseConfiguration of(RestoreRequest request, InstanceFacts primary) {
    return of(request.cloneWish(), primary);
  }

  /** What another instance like this one would be bought as. */
  public static PurchaseConfiguration asIs(InstanceFacts instance) {
    return of(CloneWish.asPrimary(), instance);
  }

  private static PurchaseConfiguration of(CloneWish wish, InstanceFacts primary) {
    String zone = wished(wish.zone(), primary.zoneId());
    // A vSwitch belongs to one zone: the primary's is of no use in another.
    String vSwitch = zone.equals(primary.zoneId()) ? primary.vSwitchId() : null;
    return new PurchaseConfiguration(
        wished(wish.instanceClass(), primary.instanceClass()),
        primary.storageGb(),
        wished(wish.storageType(), primary.storageType()),
        zone,
        primary.vpcId(),
        wished(wish.vSwitch(), vSwitch),
        primary.networkType(),
        RDS_PAY_AS_YOU_GO,
        DTS_CLASS,
        DTS_PAY_AS_YOU_GO);
  }

  /** What makes this purchase impossible, as far as it is documented. */
  static Optional<PlanCheck> refusalOf(PurchaseConfiguration purchase, InstanceFacts primary) {
    if (LOCAL_DISK.equals(primary.storageType()) && !LOCAL_DISK.equals(purchase.storageType())) {
      return Optional.of(
          PlanCheck.refusal(
              "purchase",
              "an instance on local disks (%s) cannot be cloned to %s"
                  .formatted(LOCAL_DISK, purchase.storageType()),
              "leave out clone.storageType"));
    }
    if (VPC.equalsIgnoreCase(purchase.networkType()) && purchase.vSwitchId() == null) {
      return Optional.of(
          PlanCheck.refusal(
              "purchase",
              "the clone needs a vSwitch in zone %s; that of the primary is in %s"
                  .formatted(purchase.zoneId(), primary.zoneId()),
              "name one of zone %s as clone.vSwitch, or leave out clone.zone"
                  .formatted(purchase.zoneId())));
    }
    return Optional.empty();
  }

  private static String wished(String wish, String otherwise) {
    return wish == null ? otherwise : wish;
  }
}
