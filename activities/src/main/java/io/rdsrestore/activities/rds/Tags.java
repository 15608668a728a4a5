package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.ListTagResourcesRequest;
import io.rdsrestore.activities.LenientRead;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.RestoreMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags of the instances of a region (ListTagResources, DescribeDBInstances with Tags). */
final class Tags {
  private static final String RESOURCE_TYPE = "INSTANCE";

  private final RdsApi rds;
  private final String regionId;

  Tags(RdsApi rds, String regionId) {
    this.rds = rds;
    this.regionId = regionId;
  }

  /** Ids of the instances that have a tag with our restore id in it. */
  Set<String> marked(List<String> notRead) {
    LenientRead<Set<String>> found =
        LenientRead.of(
            () -> {
              Set<String> ids = new HashSet<>();
              rds.instancesTagged(regionId, RestoreMark.TAG_RESTORE_ID)
                  .forEach(one -> ids.add(one.text("DBInstanceId")));
              return ids;
            });
    if (found.value() == null) {
      notRead.add("instances by tag in %s: %s".formatted(regionId, found.unknownBecause()));
      return Set.of();
    }
    return found.value();
  }

  /** The tags of one instance; empty where they cannot be read. */
  Map<String, String> of(String instanceId) {
    LenientRead<Map<String, String>> tags = LenientRead.of(() -> read(instanceId));
    return tags.value() == null ? Map.of() : tags.value();
  }

  /** Likewise; fails where they cannot be read. */
  Map<String, String> read(String instanceId) {
    ListTagResourcesRequest request = new ListTagResourcesRequest();
    request.setResourceType(RESOURCE_TYPE);
    request.setResourceIds(List.of(instanceId));
    Map<String, String> tags = new HashMap<>();
    for (Answer tag : rds.cloud().read(regionId, request).list("TagResources", "TagResource")) {
      if (instanceId.equals(tag.text("ResourceId"))) {
        tags.put(tag.text("TagKey"), tag.textOrEmpty("TagValue"));
      }
    }
    return tags;
  }
}
