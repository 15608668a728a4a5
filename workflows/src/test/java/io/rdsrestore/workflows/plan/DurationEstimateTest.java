package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.PRICE;
import static io.rdsrestore.workflows.plan.Facts.orders;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.recovery;
import static io.rdsrestore.workflows.plan.Facts.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.LoadFacts;
import io.rdsrestore.workflows.activity.StorageFacts;
import io.rdsrestore.workflows.activity.WhitelistFacts;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurationEstimateTest {
  private static final long GB = 1L << 30;

  @Test
  void restsOnTheWholeDiskWhereNothingElseIsKnown() {
    ExpectedDurations durations = of(orders(), null);

    assertThat(durations.basis()).contains("restoring 100 GB (the whole disk)");
    assertThat(durations.migrating()).isEqualTo(Duration.ofMinutes(171));
  }

  @Test
  void restsOnWhatIsUsedAndOnTheLogToReplay() {
    ExpectedDurations durations = of(orders(), new StorageFacts("rm-1", 100, 3 * GB, GB, null));

    // 15 minutes for the instance, 3 GB at 50 MB/s, a tenth of the 5 h 10 min since the backup set.
    assertThat(durations.cloning()).isEqualTo(Duration.ofMinutes(15 + 2 + 31));
    assertThat(durations.migrating()).isEqualTo(Duration.ofMinutes(2));
    assertThat(durations.verifying()).isEqualTo(Duration.ofMinutes(1));
    assertThat(durations.lifeOfClone()).isEqualTo(Duration.ofMinutes(64));
    assertThat(durations.cost(PRICE)).isEqualByComparingTo(new BigDecimal("2.40"));
  }

  @Test
  void aSlowerCopyTakesLonger() {
    RestoreRequest slow =
        request("\"migration\": {\"maxBytesPerSecond\": 1048576}", DatabaseSelection.whole("shop"));

    assertThat(of(slow, new StorageFacts("rm-1", 100, 3 * GB, GB, null)).migrating())
        .isEqualTo(Duration.ofMinutes(18));
  }

  @Test
  void wholeHoursAreNotCountedTwice() {
    Duration none = Duration.ZERO;
    ExpectedDurations hour =
        new ExpectedDurations(none, Duration.ofHours(1), none, none, none, none, none, "");

    assertThat(hour.cost(PRICE)).isEqualByComparingTo(PRICE.perHour());
    assertThat(
            new ExpectedDurations(none, Duration.ofMinutes(61), none, none, none, none, none, "")
                .cost(PRICE))
        .isEqualByComparingTo(PRICE.perHour().multiply(BigDecimal.valueOf(2)));
  }

  private static ExpectedDurations of(RestoreRequest request, StorageFacts storage) {
    PlanInputs inputs = Facts.inputs(request, primary(), recovery());
    CapacityFacts capacity =
        storage == null
            ? null
            : new CapacityFacts(
                storage,
                List.of(),
                new LoadFacts(15, null, null, "x"),
                new WhitelistFacts(1, false, 0, null));
    return DurationEstimate.of(
        new PlanInputs(
            inputs.request(),
            inputs.primary(),
            inputs.recovery(),
            inputs.purchase(),
            inputs.price(),
            inputs.leftovers(),
            new Surroundings(capacity, null, List.of(), null),
            inputs.restoreId(),
            inputs.now()));
  }
}
