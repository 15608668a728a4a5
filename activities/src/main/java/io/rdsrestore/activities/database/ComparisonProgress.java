package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.TablePosition;
import java.util.List;

/**
 * How far a comparison is: shown in the pending activity, and where the next attempt goes on.
 *
 * @param doing for people
 * @param tables how far each table is; numbers only, no keys
 */
public record ComparisonProgress(String doing, List<TablePosition> tables) {}
