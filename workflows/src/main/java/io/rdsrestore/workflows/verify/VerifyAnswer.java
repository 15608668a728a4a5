package io.rdsrestore.workflows.verify;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import java.util.List;

/**
 * The answer of a comparison of two databases, for programs.
 *
 * @param verdict all of it in a word
 * @param objects one entry an object
 */
public record VerifyAnswer(Verdict verdict, List<Verified> objects) {

  /** All of it in a word. */
  public enum Verdict {
    /** Everything was compared, by the method asked for, and is equal. */
    EQUAL,
    /** At least one object differs. */
    DIFFERENT,
    /** Nothing is known to differ, but not everything was compared, or nothing. */
    INCOMPLETE
  }

  /**
   * An object.
   *
   * @param kind what it is
   * @param name in the source: {@code database.name}
   * @param verdict likewise
   * @param method how it was compared
   * @param power how strong that is
   * @param sourceRows rows in the source; 0 of what has none
   * @param targetRows rows in the target; 0 of what has none
   * @param differences in what it differs
   * @param note what else there is to say; null if nothing
   */
  public record Verified(
      ComparedKind kind,
      String name,
      Verdict verdict,
      Power.Method method,
      Power power,
      long sourceRows,
      long targetRows,
      List<Difference> differences,
      String note) {

    private static Verified of(TableComparison compared) {
      return new Verified(
          compared.kind(),
          compared.source(),
          verdictOf(compared.verdict()),
          compared.power().method(),
          compared.power(),
          compared.sourceRows(),
          compared.targetRows(),
          compared.differences(),
          compared.note());
    }
  }

  /** The answer that a comparison gives. */
  public static VerifyAnswer of(List<TableComparison> compared) {
    List<Verified> objects = compared.stream().map(Verified::of).toList();
    Verdict verdict =
        objects.stream().anyMatch(object -> object.verdict() == Verdict.DIFFERENT)
            ? Verdict.DIFFERENT
            : objects.isEmpty()
                    || objects.stream().anyMatch(object -> object.verdict() != Verdict.EQUAL)
                ? Verdict.INCOMPLETE
                : Verdict.EQUAL;
    return new VerifyAnswer(verdict, objects);
  }

  private static Verdict verdictOf(ComparisonVerdict verdict) {
    return switch (verdict) {
      case EQUAL, COMPLETE -> Verdict.EQUAL;
      case DIFFERENT -> Verdict.DIFFERENT;
      case NOT_COMPARED, NOT_RESTORED -> Verdict.INCOMPLETE;
    };
  }
}
