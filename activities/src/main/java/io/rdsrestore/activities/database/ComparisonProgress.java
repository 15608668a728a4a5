package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.TableComparison;
import java.util.List;

/**
 * How far a comparison is: shown in the pending activity, and where the next attempt goes on.
 *
 * @param doing for people
 * @param finished tables that are done
 */
public record ComparisonProgress(String doing, List<TableComparison> finished) {}
