package io.rdsrestore.activities.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static final String SECRET = "TopSecret-1";

  private final AnswerReader reader = new AnswerReader("Dts", "ConfigureDtsJob", List.of(SECRET));

  @Test
  void keepsEscapesAndReadsBothKindsOfLists() {
    Answer answer =
        read(200, "{\"a\":\"\\u4e3b\",\"plain\":[{\"x\":1}],\"wrapped\":{\"w\":[{\"x\":\"2\"}]}}");
    assertThat(answer.text("a")).isEqualTo("主");
    assertThat(answer.list("plain", "w").get(0).number("x", 0)).isEqualTo(1);
    assertThat(answer.list("wrapped", "w").get(0).number("x", 0)).isEqualTo(2);
    assertThat(answer.list("absent", "w")).isEmpty();
  }

  @Test
  void takesSuccessFalseForAFailureAndFillsItsSentence() {
    CloudException e =
        failure(
            200,
            """
            {"Success":"false","ErrCode":"DTS.Msg.OperationDenied.JobStatusModifying",
             "ErrMessage":"The job %s is busy","DynamicMessage":"j1","RequestId":"r1"}""");
    assertThat(e.errorClass()).isEqualTo(ErrorClass.BUSY);
    assertThat(e.outcomeUnknown()).isFalse();
    assertThat(e.getMessage())
        .isEqualTo(
            "DTS refused ConfigureDtsJob: The job j1 is busy"
                + " (code DTS.Msg.OperationDenied.JobStatusModifying, request r1)");
    assertThat(e.refusal().action()).isEqualTo("ConfigureDtsJob");
    assertThat(e.refusal().requestId()).isEqualTo("r1");
  }

  @Test
  void doesNotKnowTheOutcomeAfterAGatewaysPage() {
    CloudException e = failure(502, "<html>Bad gateway</html>");
    assertThat(e.outcomeUnknown()).isTrue();
    assertThat(e.getMessage()).isEqualTo("DTS answered ConfigureDtsJob with HTTP 502 and no JSON");
  }

  @Test
  void knowsTheOutcomeAfterARefusal() {
    CloudException e =
        failure(400, "{\"Code\":\"InsufficientBalance\",\"Message\":\"Pay first.\"}");
    assertThat(e.outcomeUnknown()).isFalse();
    assertThat(e.getMessage()).contains("Pay first.").contains(e.refusal().remedy());
  }

  @Test
  void passesNoSecretOn() {
    CloudException e =
        failure(
            400,
            "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"Specified signature is not matched,"
                + " server string to sign is:POST&%2F&AccessKeyId%3DLTAI&P%3D"
                + SECRET
                + "\"}");
    assertThat(e.getMessage()).doesNotContain(SECRET).doesNotContain("LTAI");
  }

  @Test
  void tellsACallThatWasNeverSentFromOneWithoutAnAnswer() {
    assertThat(reader.noAnswer("SDK.ServerUnreachable", true).outcomeUnknown()).isFalse();
    assertThat(reader.noAnswer("SDK.ServerUnreachable", false).outcomeUnknown()).isTrue();
    assertThat(reader.noAnswer("SDK.ReadTimeout", false).getMessage())
        .isEqualTo("DTS did not answer for ConfigureDtsJob (code SDK.ReadTimeout)");
  }

  private Answer read(int status, String body) {
    return reader.read(status, body.getBytes(StandardCharsets.UTF_8));
  }

  private CloudException failure(int status, String body) {
    return catchThrowableOfType(CloudException.class, () -> read(status, body));
  }
}
