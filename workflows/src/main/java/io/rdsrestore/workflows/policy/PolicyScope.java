package io.rdsrestore.workflows.policy;

import io.rdsrestore.workflows.activity.InstanceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some instances. All that is said must hold; a pattern has {@code *} for any characters and {@code
 * ?} for one.
 *
 * @param regions patterns of region ids; null: any
 * @param instances patterns of instance ids; null: any
 * @param tags patterns of the values of tags, by key; null: any
 */
public record PolicyScope(List<String> regions, List<String> instances, Map<String, String> tags) {

  boolean needsTags() {
    return tags != null;
  }

  /**
   * Whether a rule of this scope is about an instance.
   *
   * @param actual its tags; null: they are not known, and a rule that asks for some counts
   */
  boolean covers(InstanceReference instance, Map<String, String> actual) {
    return outside(instance, actual == null ? tags : actual).isEmpty();
  }

  /**
   * Why an instance is not among these; empty if it is.
   *
   * @param actual its tags; null: they are not known, and count as missing
   */
  Optional<String> outside(InstanceReference instance, Map<String, String> actual) {
    List<String> not = new ArrayList<>();
    if (regions != null && none(regions, instance.regionId())) {
      not.add("region %s is not %s".formatted(instance.regionId(), or(regions)));
    }
    if (instances != null && none(instances, instance.instanceId())) {
      not.add("instance %s is not %s".formatted(instance.instanceId(), or(instances)));
    }
    if (tags != null) {
      tags.forEach(
          (key, pattern) -> {
            String value = actual == null ? null : actual.get(key);
            if (value == null || !Glob.matches(pattern, value)) {
              not.add(
                  "instance %s has no tag %s=%s".formatted(instance.instanceId(), key, pattern));
            }
          });
    }
    return not.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", not));
  }

  private static boolean none(List<String> patterns, String text) {
    return patterns.stream().noneMatch(pattern -> Glob.matches(pattern, text));
  }

  private static String or(List<String> patterns) {
    return String.join(" or ", patterns);
  }
}
