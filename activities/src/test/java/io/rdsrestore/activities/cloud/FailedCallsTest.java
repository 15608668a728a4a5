package io.rdsrestore.activities.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceAttributeRequest;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of calls that fail. */
class FailedCallsTest {
  private static final String ACTION = "DescribeDBInstanceAttribute";

  private final List<FailedCall> counted = new ArrayList<>();
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().accessKey("id", "secret").build().start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void whatSucceedsIsNotCounted() {
    read(sandbox.endpoint(), Sandbox.SAMPLE_PRIMARY);
    assertThat(counted).isEmpty();
  }

  @Test
  void aKnownCodeIsCountedByItsOwnName() {
    fails(sandbox.endpoint(), "rm-not-there");
    assertThat(counted)
        .containsExactly(
            new FailedCall("RDS", ACTION, "InvalidDBInstanceId.NotFound", ErrorClass.ABSENT));
  }

  @Test
  void codesOfOneRowAreOne() {
    for (String code : List.of("Throttling.User", "Throttling.Api", "DTS.Msg.Throttling")) {
      sandbox.faults().add(FaultRule.error(ACTION, code, 400, 1));
      fails(sandbox.endpoint(), Sandbox.SAMPLE_PRIMARY);
    }
    assertThat(counted)
        .hasSize(3)
        .containsOnly(new FailedCall("RDS", ACTION, "Throttling", ErrorClass.THROTTLED));
  }

  @Test
  void whatNoRowKnowsIsOneCodeHoweverManyThereAre() {
    for (String code : List.of("Strange.One", "Strange.Two", "akid-LTAI5t-in-a-code")) {
      sandbox.faults().add(FaultRule.error(ACTION, code, 400, 1));
      fails(sandbox.endpoint(), Sandbox.SAMPLE_PRIMARY);
    }
    assertThat(counted)
        .hasSize(3)
        .containsOnly(new FailedCall("RDS", ACTION, FailedCall.OTHER, ErrorClass.PERSON));
  }

  @Test
  void aServiceThatDoesNotAnswerIsCounted() {
    sandbox.close();
    fails(sandbox.endpoint(), Sandbox.SAMPLE_PRIMARY);
    assertThat(counted)
        .singleElement()
        .satisfies(call -> assertThat(call.code()).startsWith("SDK."))
        .extracting(FailedCall::errorClass)
        .isEqualTo(ErrorClass.UNCLEAR);
  }

  @Test
  void thereAreNoMoreCodesThanRows() {
    assertThat(ErrorTable.countedAs(null)).isEqualTo(FailedCall.NONE);
    assertThat(ErrorTable.countedAs("")).isEqualTo(FailedCall.NONE);
    assertThat(ErrorTable.rows())
        .allSatisfy(
            row ->
                assertThat(ErrorTable.rows())
                    .extracting(ErrorRow::pattern)
                    .contains(ErrorTable.countedAs(row.pattern())));
  }

  private void fails(String endpoint, String instance) {
    assertThatThrownBy(() -> read(endpoint, instance)).isInstanceOf(CloudException.class);
  }

  private void read(String endpoint, String instance) {
    DescribeDBInstanceAttributeRequest request = new DescribeDBInstanceAttributeRequest();
    request.setDBInstanceId(instance);
    var unused =
        new CloudClient(
                new StaticCredentialsProvider(new BasicCredentials("id", "secret")),
                CloudEndpoint.parse(endpoint),
                counted::add)
            .read(Sandbox.REGION, request);
  }
}
