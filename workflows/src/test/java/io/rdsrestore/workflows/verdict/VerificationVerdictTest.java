package io.rdsrestore.workflows.verdict;

import static io.rdsrestore.workflows.activity.ComparisonVerdict.COMPLETE;
import static io.rdsrestore.workflows.activity.ComparisonVerdict.DIFFERENT;
import static io.rdsrestore.workflows.activity.ComparisonVerdict.EQUAL;
import static io.rdsrestore.workflows.activity.ComparisonVerdict.NOT_COMPARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.guard.SourceCheck;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationVerdictTest {
  private static final SourceCheck UNCHANGED =
      new SourceCheck(List.of(), "the clone was not changed");

  private static TableComparison table(
      String name, ComparisonVerdict verdict, String checksum, String note) {
    return new TableComparison(
        "shop." + name, "shop." + name, verdict, 5, 5, checksum, checksum, note);
  }

  static Stream<Arguments> cases() {
    TableComparison orders = table("orders", EQUAL, "c1", null);
    TableComparison counted = table("orders", EQUAL, null, null);
    TableComparison view = table("best", NOT_COMPARED, null, "a view");
    return Stream.of(
        arguments(
            List.of(orders),
            VerifyMode.CHECKSUM,
            false,
            "equal",
            "1 of 1 tables by exact row counts and a checksum over every row"),
        arguments(
            List.of(counted),
            VerifyMode.COUNTS,
            false,
            "equal",
            "1 of 1 tables by exact row counts; rows with other contents would not show"),
        arguments(
            List.of(orders, table("items", EQUAL, null, null)),
            VerifyMode.CHECKSUM,
            false,
            "equal",
            "2 of 2 tables by exact row counts, 1 of them also by a checksum over every row"),
        arguments(
            List.of(orders, view, table("x", NOT_COMPARED, null, null)),
            VerifyMode.CHECKSUM,
            false,
            "equalWhereCompared",
            "1 of 3 tables by exact row counts and a checksum over every row; not compared:"
                + " shop.best (a view), shop.x"),
        arguments(
            List.of(orders, table("items", DIFFERENT, "c2", null)),
            VerifyMode.CHECKSUM,
            false,
            "different",
            "2 of 2 tables by exact row counts and a checksum over every row"),
        arguments(
            List.of(table("orders", COMPLETE, "c1", null)),
            VerifyMode.CHECKSUM,
            true,
            "equal",
            "1 of 1 tables by exact row counts and a checksum over every row; rows that were on the"
                + " primary before may differ, they were kept (keepExisting)"),
        arguments(
            List.of(orders),
            VerifyMode.NONE,
            false,
            "notVerified",
            "nothing was compared, as the request asks"),
        arguments(List.of(), VerifyMode.CHECKSUM, false, "notVerified", "nothing was compared"),
        arguments(
            List.of(table("orders", NOT_COMPARED, null, "not reached")),
            VerifyMode.CHECKSUM,
            false,
            "notVerified",
            "nothing was compared: shop.orders (not reached)"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void I8_theSummarySaysWhatWasComparedAndHow(
      List<TableComparison> tables,
      VerifyMode mode,
      boolean keptExisting,
      String verdict,
      String method) {
    assertThat(VerificationVerdict.of(tables, mode, keptExisting, UNCHANGED))
        .isEqualTo(new VerificationSummary(verdict, method, tables, UNCHANGED.text()));
  }

  @Property
  void I8_equalIsSaidOnlyIfAllIsComparedAndNothingDiffers(
      @ForAll List<ComparisonVerdict> verdicts, @ForAll VerifyMode mode) {
    List<TableComparison> tables =
        verdicts.stream().map(verdict -> table("t", verdict, "c", null)).toList();
    String verdict = VerificationVerdict.of(tables, mode, false, UNCHANGED).verdict();

    // What the selection does not bring along is listed, and neither helps nor hinders.
    List<ComparisonVerdict> wanted =
        verdicts.stream().filter(v -> v != ComparisonVerdict.NOT_RESTORED).toList();
    assertThat(verdict.equals(VerificationSummary.EQUAL))
        .isEqualTo(
            mode != VerifyMode.NONE
                && !wanted.isEmpty()
                && wanted.stream().allMatch(v -> v == EQUAL || v == COMPLETE));
  }
}
