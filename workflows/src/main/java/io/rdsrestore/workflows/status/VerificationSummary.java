package io.rdsrestore.workflows.status;

import io.rdsrestore.workflows.activity.TableComparison;
import java.util.List;

/**
 * What "verified" means here.
 *
 * @param verdict {@code equal}, {@code equalWhereCompared} (some tables were not), {@code
 *     different}, {@code acceptedWithDifferences}, {@code notVerified}
 * @param method what was compared and how strong that is, in a sentence
 * @param tables one entry a table
 * @param source whether the clone stayed as it was, in a sentence; null if nothing was compared
 */
public record VerificationSummary(
    String verdict, String method, List<TableComparison> tables, String source) {
  public static final String EQUAL = "equal";
  public static final String EQUAL_WHERE_COMPARED = "equalWhereCompared";
  public static final String DIFFERENT = "different";
  public static final String ACCEPTED = "acceptedWithDifferences";
  public static final String NOT_VERIFIED = "notVerified";

  /** The same, of tables that have other names by now. */
  public VerificationSummary withTables(List<TableComparison> newTables) {
    return new VerificationSummary(verdict, method, newTables, source);
  }
}
