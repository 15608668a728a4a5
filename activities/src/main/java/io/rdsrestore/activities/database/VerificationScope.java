package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is compared and how gently.
 *
 * @param objects databases or chosen tables; targets are decided
 * @param mode how rows are compared
 * @param keptExisting whether rows that were in the target before may differ or be more
 * @param structure whether tables have to be equal beside their rows, too
 * @param everything whether two databases are compared that should be equal in all: then also
 *     events count, and what only the target has
 * @param lanes how many tables, or parts of tables, are compared side by side
 * @param mostRunning no read begins while more threads of the target's server run a statement
 * @param sampleEvery 1 to compare all parts of a table, n to compare every nth
 * @param largestChunk rows of a part at most
 * @param betweenLooks after which pause a part that differs is looked at again
 * @param copyEndedAt to tell whether the target was written to since; null if that is not known
 */
record VerificationScope(
    List<ObjectTarget> objects,
    VerifyMode mode,
    boolean keptExisting,
    boolean structure,
    boolean everything,
    int lanes,
    int mostRunning,
    int sampleEvery,
    long largestChunk,
    Duration betweenLooks,
    Instant copyEndedAt) {}
