package io.rdsrestore.workflows.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the purchase is, what it costs, and what no API tells about it beforehand. */
final class PurchaseChecks {
  private PurchaseChecks() {}

  static List<PlanCheck> of(PlanInputs inputs) {
    List<PlanCheck> checks = new ArrayList<>();
    if (inputs.purchase() != null) {
      PurchaseChoice.refusalOf(inputs.purchase(), inputs.primary()).ifPresent(checks::add);
    }
    checks.add(price(inputs.price()));
    Duration keepFor = inputs.request().cloneWish().keepFor();
    if (keepFor != null && inputs.price() != null) {
      checks.add(keep(keepFor, inputs.price()));
    }
    checks.add(
        PlanCheck.notChecked(
            "notChecked.balance", "no API tells whether the account's balance suffices"));
    checks.add(
        PlanCheck.notChecked(
            "notChecked.quota",
            "no API tells whether quota and stock suffice for another instance of this class"));
    checks.add(
        PlanCheck.notChecked(
            "notChecked.dtsRole",
            "whether DTS has been given its role AliyunDTSDefaultRole shows in the precheck"));
    checks.add(
        PlanCheck.notChecked(
            "notChecked.vSwitch",
            "whether the vSwitch has a free address for the clone shows when it is bought"));
    return checks;
  }

  private static PlanCheck keep(Duration time, Price price) {
    return PlanCheck.ok(
        "keep",
        "the clone outlives the restore by %s and then goes: about %s more; extend and abort change that"
            .formatted(time, price.forTime(time).text()));
  }

  private static PlanCheck price(Price price) {
    return price == null
        ? PlanCheck.notChecked("price", "not asked, because an earlier check stops the plan")
        : PlanCheck.ok(
            "price",
            "the clone costs %s an hour; structure and full migration by DTS are free"
                .formatted(price.text()));
  }
}
