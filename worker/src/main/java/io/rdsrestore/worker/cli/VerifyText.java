package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.verify.Difference;
import io.rdsrestore.workflows.verify.Power;
import io.rdsrestore.workflows.verify.VerifyAnswer;
import io.rdsrestore.workflows.verify.VerifyAnswer.Verdict;
import io.rdsrestore.workflows.verify.VerifyAnswer.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison of two databases for people. */
final class VerifyText {
  private static final String LINE = "%-10s  %-9s  %-40s  %s";

  private VerifyText() {}

  static List<String> lines(VerifyAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(LINE.formatted("IT IS", "KIND", "NAME", "COMPARED"));
    for (Verified object : answer.objects()) {
      lines.add(
          LINE.formatted(
              word(object.verdict()), object.kind().word(), object.name(), compared(object)));
      object.differences().stream()
          .map(Difference::text)
          .forEach(text -> lines.add("            " + text));
      if (object.note() != null && object.verdict() != Verdict.DIFFERENT) {
        lines.add("            " + object.note());
      }
    }
    lines.add(
        "%s: %d objects, %d different, %d not compared."
            .formatted(
                answer.verdict(),
                answer.objects().size(),
                count(answer, Verdict.DIFFERENT),
                count(answer, Verdict.INCOMPLETE)));
    return lines;
  }

  private static String word(Verdict verdict) {
    return verdict == Verdict.INCOMPLETE ? "not known" : verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String compared(Verified object) {
    Power power = object.power();
    return switch (power.method()) {
      case EXACT -> "all %d rows and the structure".formatted(object.sourceRows());
      case SAMPLED ->
          "a sample: the change of one row is missed with probability %.3f"
              .formatted(power.missProbability());
      case WEAK_CHECKSUM -> "a weak checksum";
      case COUNTED -> "the number of rows (%d) and the structure".formatted(object.sourceRows());
      case DEFINITION -> "the definition";
      case NOT_COMPARED -> "no: " + power.why();
    };
  }

  private static long count(VerifyAnswer answer, Verdict verdict) {
    return answer.objects().stream().filter(object -> object.verdict() == verdict).count();
  }
}
