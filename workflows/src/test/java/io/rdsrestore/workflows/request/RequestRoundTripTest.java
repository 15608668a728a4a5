package io.rdsrestore.workflows.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.json.RestoreJson;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequestRoundTripTest {
  @Provide
  Arbitrary<RestoreRequest> requests() {
    return RequestArbitraries.requests();
  }

  @Property(tries = 300)
  void whatTheRecordsWriteIsReadBackEqual(@ForAll("requests") RestoreRequest request) {
    ReadRequest read = RequestReader.read(RestoreJson.write(request), Requests.NOW);

    assertThat(read.problems()).isEmpty();
    assertThat(read.request()).isEqualTo(request);
  }

  @Test
  void oneThatAnOlderBuildHandsOnSpeaksEnglish() throws JsonProcessingException {
    RestoreRequest request = RequestReader.read(Requests.smallest(), Requests.NOW).request();
    ObjectNode older = RestoreJson.mapper().valueToTree(request);
    older.remove("language");

    assertThat(RestoreJson.mapper().treeToValue(older, RestoreRequest.class)).isEqualTo(request);
  }

  @Property(tries = 300)
  void noTextMakesTheReaderThrow(@ForAll String text) {
    assertThat(RequestReader.read(text, Requests.NOW).problems()).isNotEmpty();
  }

  @Property(tries = 300)
  void noTextInAFieldMakesTheReaderThrow(@ForAll String text) {
    String quoted = RestoreJson.write(text);
    String json =
        Requests.with(
            """
            {"regionId": %1$s, "instanceId": %1$s, "restoreTo": {"time": %1$s},
             "objects": [{"database": %1$s, "as": %1$s, "tables": [%1$s, {"name": %1$s, "as": %1$s}]}],
             "taskName": %1$s, "accounts": {"mode": %1$s, "userName": %1$s, "passwordRef": %1$s},
             "clone": {"class": %1$s}, "limits": {"cloneWait": %1$s}, %1$s: 1}
            """
                .formatted(quoted));

    assertThat(RequestReader.read(json, Requests.NOW).request()).isNull();
  }
}
