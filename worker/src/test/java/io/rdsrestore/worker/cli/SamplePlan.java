package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.plan.ExpectedDurations;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.PlanSource;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.TableSelection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A plan that costs 7.20 CNY. */
final class SamplePlan {
  static final String HASH = "3f9a0c12b7de";

  private static final Instant POINT = Instant.parse("2026-11-22T08:15:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private SamplePlan() {}

  static RestorePlan plan() {
    return new RestorePlan(
        HASH,
        "rm-primary01 (MySQL 5.7, HighAvailability, cn-hangzhou)",
        RestorePoint.at(POINT),
        null,
        null,
        List.of(
            new ObjectTarget(
                "shop", "shop_restored_202611220815", List.of(new TableSelection("orders", null)))),
        new PurchaseConfiguration(
            "mysql.x4",
            100,
            "cloud_essd",
            "cn-hangzhou-b",
            null,
            null,
            "VPC",
            "Postpaid",
            "small",
            "PostPaid"),
        new Price(new BigDecimal("1.20"), "CNY"),
        new PlanSource(POINT.plusSeconds(3600), POINT, null, null),
        new ExpectedDurations(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE, MINUTE, MINUTE, "a guess"),
        new BigDecimal("7.20"),
        List.of("on rm-primary01: something"),
        List.of(
            PlanCheck.ok("engine", "MySQL 5.7"),
            PlanCheck.warning("account.rights", "it has no rights yet", "have the grant ready"),
            PlanCheck.notChecked(
                "notChecked.quota",
                "no API tells whether quota and stock suffice for another instance of this class")));
  }
}
