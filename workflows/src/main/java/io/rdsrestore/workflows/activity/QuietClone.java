package io.rdsrestore.workflows.activity;

import java.util.List;
import java.util.SortedMap;

/**
 * A clone in which nothing runs by itself.
 *
 * @param disabled events of the chosen databases that were switched off, {@code database.event}
 * @param stillOn why events may still run, a sentence; null if none does
 * @param shapes what the chosen tables look like, see {@link
 *     io.rdsrestore.workflows.guard.TableShapes}
 */
public record QuietClone(List<String> disabled, String stillOn, SortedMap<String, String> shapes) {}
