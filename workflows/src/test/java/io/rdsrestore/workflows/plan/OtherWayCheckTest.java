package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.backup;
import static io.rdsrestore.workflows.plan.Facts.inputs;
import static io.rdsrestore.workflows.plan.Facts.orders;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.recovery;
import static io.rdsrestore.workflows.plan.Facts.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OtherWayCheckTest {
  private static final RecoveryFacts LISTED =
      Facts.contents(Map.of("SHOP", List.of("Orders", "items")));

  @Test
  void chosenTablesAreNamedAsTheBackupNamesThem() {
    assertThat(row(orders(), LISTED))
        .hasValueSatisfying(
            row -> {
              assertThat(row.status()).isEqualTo(CheckStatus.OK);
              assertThat(row.message()).contains("(this restore: about ");
              assertThat(row.commands())
                  .containsExactly(
                      "aliyun rds RestoreTable --RegionId cn-hangzhou --DBInstanceId rm-primary01"
                          + " --RestoreTime 2026-11-22T08:15:00Z --TableMeta"
                          + " '[{\"type\":\"db\",\"name\":\"SHOP\",\"newname\":\"shop_restored_202611220815\","
                          + "\"tables\":[{\"type\":\"table\",\"name\":\"Orders\",\"newname\":\"Orders\"}]}]'");
            });
  }

  @Test
  void aWholeDatabaseOfABackupSetHasAllItsTables() {
    RestoreRequest whole = request(RestorePoint.backup("1"), "", DatabaseSelection.whole("shop"));
    RecoveryFacts facts =
        recovery(true, null, null, backup("1", "Success"), null, Map.of("shop", List.of("a", "b")));

    assertThat(row(whole, facts))
        .hasValueSatisfying(
            row ->
                assertThat(row.commands())
                    .containsExactly(
                        "aliyun rds RestoreTable --RegionId cn-hangzhou --DBInstanceId rm-primary01 --BackupId 1 --TableMeta"
                            + " '[{\"type\":\"db\",\"name\":\"shop\",\"newname\":\"shop_restored_202611220305\","
                            + "\"tables\":[{\"type\":\"table\",\"name\":\"a\",\"newname\":\"a\"},"
                            + "{\"type\":\"table\",\"name\":\"b\",\"newname\":\"b\"}]}]'"));
  }

  @Test
  void nothingIsSaidWhereAConditionDoesNotHold() {
    assertThat(row(orders(), recovery())).as("no list").isEmpty();
    assertThat(row(orders(), Facts.contents(Map.of("shop", List.of("items")))))
        .as("not in the backup")
        .isEmpty();
    assertThat(row(orders(), Facts.contents(Map.of()))).as("database not in it").isEmpty();
    assertThat(
            row(
                request("", DatabaseSelection.tables("shop", "it's")),
                Facts.contents(Map.of("shop", List.of("it's")))))
        .as("a name that a shell would have to be told")
        .isEmpty();
    assertThat(
            OtherWayCheck.of(
                inputs(
                    orders(),
                    Facts.Primary.USUAL.databases("shop", "shop_restored_202611220815").facts(),
                    LISTED)))
        .as("the new name is taken")
        .isEmpty();
  }

  private static Optional<PlanCheck> row(RestoreRequest request, RecoveryFacts recovery) {
    return OtherWayCheck.of(inputs(request, primary(), recovery));
  }
}
