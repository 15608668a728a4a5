package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.TagResourcesRequest;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloneTags;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Our tags on a clone (TagResources; the same tag again changes nothing). */
final class CloneTagging {
  private static final String RESOURCE_TYPE = "INSTANCE";

  private final CloudClient cloud;

  CloneTagging(CloudClient cloud) {
    this.cloud = cloud;
  }

  void tag(CloneTags wanted) {
    TagResourcesRequest request = new TagResourcesRequest();
    request.setResourceType(RESOURCE_TYPE);
    request.setResourceIds(List.of(wanted.instance().instanceId()));
    List<TagResourcesRequest.Tag> tags = new ArrayList<>();
    tags.add(tag(RestoreMark.TAG_RESTORE_ID, wanted.restoreId()));
    tags.add(tag(RestoreMark.TAG_PRIMARY, wanted.primaryInstanceId()));
    tags.add(
        tag(RestoreMark.TAG_EXPIRES, wanted.expires().truncatedTo(ChronoUnit.SECONDS).toString()));
    if (wanted.keptBy() != null) {
      tags.add(tag(RestoreMark.TAG_KEPT_BY, TagText.of(wanted.keptBy())));
    }
    if (wanted.keptAt() != null) {
      tags.add(
          tag(RestoreMark.TAG_KEPT_AT, wanted.keptAt().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
    request.setTags(tags);
    cloud.write(wanted.instance().regionId(), request);
  }

  /** Whether it could be tagged; where it could not, the next call that needs the tags says why. */
  boolean tryTo(CloneTags wanted) {
    try {
      tag(wanted);
      return true;
    } catch (CloudException e) {
      return false;
    }
  }

  private static TagResourcesRequest.Tag tag(String key, String value) {
    TagResourcesRequest.Tag tag = new TagResourcesRequest.Tag();
    tag.setKey(key);
    tag.setValue(value);
    return tag;
  }
}
