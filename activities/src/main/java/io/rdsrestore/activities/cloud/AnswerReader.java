package io.rdsrestore.activities.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.workflows.activity.CloudRefusal;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;

/** Reads the answer to one call: what it says, or why it is a failure. */
final class AnswerReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String service;
  private final String action;
  private final Collection<String> secrets;

  /**
   * A reader of one answer.
   *
   * @param product the SDK's product name, {@code Rds} or {@code Dts}
   */
  AnswerReader(String product, String action, Collection<String> secrets) {
    this.service = product.toUpperCase(Locale.ROOT);
    this.action = action;
    this.secrets = secrets;
  }

  /** The failure of a call that had no answer. The SDK's text holds the whole URL: left out. */
  CloudException noAnswer(String code, boolean wasNotSent) {
    ErrorRow row = ErrorTable.rowOf(code, 0);
    boolean unclear = row.errorClass() == ErrorClass.UNCLEAR && !wasNotSent;
    String what =
        wasNotSent ? "could not be reached" : unclear ? "did not answer" : "could not be called";
    return failure(row, code, null, service + " " + what + " for " + action, unclear);
  }

  /** A failure of this call, as it is counted. */
  FailedCall count(CloudException failure) {
    return new FailedCall(
        service, action, ErrorTable.countedAs(failure.refusal().code()), failure.errorClass());
  }

  /** What the service answered. */
  Answer read(int status, byte[] body) {
    JsonNode json = parse(body);
    Answer answer = new Answer(json);
    boolean success = status >= 200 && status < 300;
    if (success && json.isObject() && !answer.isFalse("Success")) {
      return answer;
    }
    String code = success ? dtsCode(answer) : answer.text("Code");
    String said = success ? dtsMessage(answer) : answer.textOrEmpty("Message");
    ErrorRow row = ErrorTable.rowOf(code, status);
    String sentence =
        code == null && !json.isObject()
            ? "%s answered %s with HTTP %d and no JSON".formatted(service, action, status)
            : "%s refused %s".formatted(service, action);
    String message = MessageScrubber.scrub(said, secrets);
    throw failure(
        row,
        code,
        answer.text("RequestId"),
        message.isEmpty() ? sentence : sentence + ": " + message,
        row.errorClass() == ErrorClass.UNCLEAR);
  }

  private static JsonNode parse(byte[] body) {
    if (body == null) {
      return MAPPER.missingNode();
    }
    try {
      JsonNode json = MAPPER.readTree(body);
      return json == null ? MAPPER.missingNode() : json;
    } catch (IOException e) {
      // A page of a gateway, or half an answer: no JSON, hence no code.
      return MAPPER.missingNode();
    }
  }

  private static String dtsCode(Answer answer) {
    for (String field : new String[] {"ErrCode", "DynamicCode", "Code"}) {
      String code = answer.text(field);
      if (code != null) {
        return code;
      }
    }
    return null;
  }

  /** DTS puts its sentence into ErrMessage, and what belongs at {@code %s} into DynamicMessage. */
  private static String dtsMessage(Answer answer) {
    String message = answer.textOrEmpty("ErrMessage");
    String dynamic = answer.textOrEmpty("DynamicMessage");
    if (message.contains("%s")) {
      return message.replace("%s", dynamic);
    }
    return message.isEmpty() ? dynamic : message;
  }

  private CloudException failure(
      ErrorRow row, String code, String requestId, String sentence, boolean outcomeUnknown) {
    StringBuilder text = new StringBuilder(sentence);
    if (code != null || requestId != null) {
      text.append(" (");
      text.append(code == null ? "no code" : "code " + code);
      text.append(requestId == null ? "" : ", request " + requestId);
      text.append(')');
    }
    if (row.remedy() != null) {
      text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ").append(row.remedy());
    }
    return new CloudException(
        text.toString(),
        new CloudRefusal(action, code, requestId, row.remedy()),
        row.errorClass(),
        row.identity(),
        outcomeUnknown);
  }
}
