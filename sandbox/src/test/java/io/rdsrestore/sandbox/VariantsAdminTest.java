package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.settings.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variants over HTTP, while the sandbox runs. */
@WithSandbox
class VariantsAdminTest {

  @Test
  void allAreListedWithWhatIsUsual(Admin admin) throws Exception {
    JsonNode all = admin.get("variants");
    assertThat(all).hasSize(Variant.values().length);
    for (Variant variant : Variant.values()) {
      assertThat(all.get(variant.name()).asText()).isEqualTo(variant.usual());
    }
  }

  @Test
  void aChangeIsInEffectAtOnceAndCanBeTakenBack(Cloud cloud, Admin admin) throws Exception {
    assertThat(successOf(cloud).isBoolean()).isTrue();
    JsonNode all =
        admin.post("variants", "{\"success\": \"string\", \"dtsRefusesBySuccessFalse\": true}");
    assertThat(all.get("dtsRefusesBySuccessFalse").asBoolean()).isTrue();
    assertThat(successOf(cloud).isTextual()).isTrue();
    assertThat(cloud.dts("DeleteDtsJob", "DtsJobId", "none").get("Success").asText())
        .isEqualTo("false");
    assertThat(admin.delete("variants").get("success").asText()).isEqualTo("documented");
    assertThatThrownBy(() -> cloud.dts("DeleteDtsJob", "DtsJobId", "none"))
        .isInstanceOf(ClientException.class);
  }

  @Test
  @WithSandbox(variants = {"success=string", "cloneListedAfter=PT1H"})
  void oneCanBeSetFromTheStart(Cloud cloud) throws ClientException {
    assertThat(successOf(cloud).isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"restInPreCheckPass\": true} | there is no variant restInPreCheckPass; there are rests",
        "{\"restsInPreCheckPass\": \"maybe\"} | restsInPreCheckPass cannot be maybe; it is false or",
        "{\"secondPurchase\": \"twice\"} | it is refused or ignored or made",
        "{\"resumableFor\": \"6h\"} | ISO 8601",
        "{\"wrongStatus\": \"Busy\"} | for example IncorrectDBInstanceState:403",
        "{\"success\": null} | cannot be null",
        "[1] | START_ARRAY"
      })
  void whatMakesNoSenseIsRefusedAndNothingChanges(String body, String why, Admin admin)
      throws Exception {
    JsonNode before = admin.get("variants");
    assertThat(admin.refused("variants", body)).contains(why);
    if (body.startsWith("{")) {
      String mixed = "{\"cloneStatus\": \"Restoring\", " + body.substring(1);
      assertThat(admin.refused("variants", mixed)).contains(why);
    }
    assertThat(admin.get("variants")).isEqualTo(before);
  }

  private static JsonNode successOf(Cloud cloud) throws ClientException {
    return cloud.dts("DescribeDtsJobs").get("Success");
  }
}
