package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.QualifiedName;

/**
 * A restored table and the place that it is to take.
 *
 * @param restored where it stands now
 * @param current the place
 * @param aside where the table that has the place now is kept, in the same database
 */
public record SwapTable(QualifiedName restored, QualifiedName current, QualifiedName aside) {
  /** With the restore id behind it: what the name of a table ends in that is set aside. */
  public static final String BEFORE = "_before_";

  /** With a name for what it sets aside that no other restore takes. */
  public static SwapTable of(QualifiedName restored, QualifiedName current, String restoreId) {
    return new SwapTable(
        restored,
        current,
        new QualifiedName(
            current.database(), SqlName.suffixed(current.name(), BEFORE + restoreId)));
  }
}
