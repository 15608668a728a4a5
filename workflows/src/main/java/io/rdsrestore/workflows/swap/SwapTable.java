package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.verify.QualifiedName;

/**
 * A restored table and the place that it is to take.
 *
 * @param restored where it stands now
 * @param current the place
 * @param aside where the table that has the place now is kept, in the same database
 */
public record SwapTable(QualifiedName restored, QualifiedName current, QualifiedName aside) {}
