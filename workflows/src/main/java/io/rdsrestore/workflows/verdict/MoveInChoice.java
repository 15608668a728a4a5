package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.request.MoveIn;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.Objects;

/** Whether verified tables move to free places of their own by themselves. */
public enum MoveInChoice {
  /** They do. */
  NOW,
  /** A person says whether. */
  ASK,
  /** They stay beside. */
  NOT;

  /**
   * The choice.
   *
   * @param verification what the comparison came to; null if there was none
   * @param reachable whether the worker reaches the primary
   */
  public static MoveInChoice of(
      RestoreRequest request, VerificationSummary verification, boolean reachable) {
    if (request.moveIn() == MoveIn.NEVER || !reachable) {
      return NOT;
    }
    if (request.moveIn() == MoveIn.ASK) {
      return ASK;
    }
    String verdict = verification == null ? null : verification.verdict();
    if (VerificationSummary.EQUAL.equals(verdict)
        || VerificationSummary.EQUAL_WHERE_COMPARED.equals(verdict)) {
      return NOW;
    }
    // What the request does not want compared is as verified as it will be.
    boolean nothingToCompare = request.verify() == VerifyMode.NONE || !request.migratesData();
    if (nothingToCompare) {
      return NOW;
    }
    return Objects.equals(verdict, VerificationSummary.ACCEPTED) ? ASK : NOT;
  }
}
