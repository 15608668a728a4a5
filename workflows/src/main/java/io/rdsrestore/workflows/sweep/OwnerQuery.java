package io.rdsrestore.workflows.sweep;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whose owners are asked for.
 *
 * @param instanceIds whose restore may be running
 * @param restoreIds whose clone may be kept
 */
public record OwnerQuery(List<String> instanceIds, List<String> restoreIds) {

  /** All that may own one of these. */
  public static OwnerQuery of(List<Marked> things) {
    return new OwnerQuery(
        things.stream()
            .flatMap(thing -> Stream.of(thing.instanceId(), thing.primaryId()))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        things.stream()
            .map(Marked::restoreId)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList());
  }
}
