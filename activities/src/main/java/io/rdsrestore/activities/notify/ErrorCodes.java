package io.rdsrestore.activities.notify;

import java.util.Map;
import java.util.function.IntPredicate;

/** Answers that say with a number in the body whether a message was taken, whatever HTTP says. */
final class ErrorCodes {
  private ErrorCodes() {}

  /**
   * What such an answer means.
   *
   * @param field that holds the number; 0 is success
   * @param known what some numbers mean
   */
  static Outcome outcome(
      Answered answer, String field, IntPredicate throttled, Map<Integer, String> known) {
    int code = answer.code(field);
    if (answer.isThrottled() || throttled.test(code)) {
      return Outcome.throttled(answer.retryAfter());
    }
    if (code == 0 && answer.isSuccess()) {
      return Outcome.delivered();
    }
    if (code <= 0) {
      return answer.isSuccess()
          ? Outcome.failed("its answer has no " + field)
          : Outcome.ofStatus(answer);
    }
    String meaning = known.get(code);
    return Outcome.failed(
        "it answered %s %d%s".formatted(field, code, meaning == null ? "" : ": " + meaning));
  }
}
