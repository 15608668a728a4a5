package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.ForeignKeys;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.RunningWork;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.ServerSettings;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyRemainsTest {
  private static final List<ObjectTarget> ONE_TABLE =
      List.of(new ObjectTarget("shop", "shop", List.of(new TableSelection("log", "log_old"))));

  @Test
  void onlyWhatHasAChosenNameIsNamed() {
    CopyRemains remains = CopyRemains.of(ONE_TABLE, found(List.of("log_old", "users"), List.of()));

    assertThat(remains.created()).containsExactly("shop.log_old");
    assertThat(remains.items())
        .singleElement()
        .extracting(GateItem::message)
        .isEqualTo("of the chosen names there are now: shop.log_old");
  }

  @Test
  void ofAWholeDatabaseEverythingIsNamed() {
    CopyRemains remains =
        CopyRemains.of(
            List.of(new ObjectTarget("shop", "shop", null)),
            found(List.of("log", "users"), List.of()));

    assertThat(remains.created()).containsExactly("shop.log", "shop.users");
  }

  @Test
  void aTableWithoutAKeyIsToBeSetAside() {
    CopyRemains remains =
        CopyRemains.of(
            ONE_TABLE,
            found(List.of("log_old"), List.of(new TableFinding("shop", "log_old", null))));

    assertThat(remains.keyless()).hasSize(1);
    assertThat(remains.items().get(1).commands())
        .containsExactly(
            "SET foreign_key_checks = 0; RENAME TABLE `shop`.`log_old` TO `shop`.`log_old_partial`;");
  }

  @Test
  void withoutALookNothingIsSaid() {
    assertThat(CopyRemains.of(ONE_TABLE, SchemaFacts.unreachable("no way")).items()).isEmpty();
  }

  private static SchemaFacts found(List<String> names, List<TableFinding> keyless) {
    return new SchemaFacts(
        true,
        null,
        ServerSettings.notChecked("no matter"),
        AccountRights.notChecked("no matter"),
        List.of(
            new TargetFacts(
                "shop", names, names.size(), Listed.of(keyless), Listed.none(), Listed.none())),
        ChosenFacts.notChecked("no matter"),
        ForeignKeys.notChecked("no matter"),
        Listed.none(),
        Listed.none(),
        RunningWork.notChecked("no matter"),
        true);
  }
}
