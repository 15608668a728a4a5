package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tags of instances. */
final class TagActions {
  private static final int MAX_TAGS = 20;

  private final Instances instances;

  TagActions(Instances instances) {
    this.instances = instances;
  }

  Map<String, Object> tag(ApiCall call) {
    Map<String, String> tags = call.pairs("Tag");
    if (tags.isEmpty()) {
      throw ApiException.missing("Tag.1.Key");
    }
    for (Instance instance : resources(call)) {
      if (instance.tags().size() + tags.size() > MAX_TAGS) {
        throw new ApiException(400, "NumberExceed.Tags", "An instance has at most 20 tags.");
      }
      instance.tags().putAll(tags);
    }
    return JsonBody.of();
  }

  Map<String, Object> untag(ApiCall call) {
    List<String> keys = call.list("TagKey");
    for (Instance instance : resources(call)) {
      if (keys.isEmpty() && call.flag("All")) {
        instance.tags().clear();
      }
      instance.tags().keySet().removeAll(keys);
    }
    return JsonBody.of();
  }

  Map<String, Object> list(ApiCall call) {
    List<String> ids = call.list("ResourceId");
    Map<String, String> wanted = call.pairs("Tag");
    checkType(call);
    List<Map<String, Object>> found = new ArrayList<>();
    for (Instance instance : instances.all()) {
      boolean listed =
          instance.regionId().equals(call.require("RegionId"))
              && (ids.isEmpty() || ids.contains(instance.id()))
              && instance.tags().entrySet().containsAll(wanted.entrySet());
      if (listed) {
        instance
            .tags()
            .forEach(
                (key, value) ->
                    found.add(
                        JsonBody.of(
                            "ResourceId",
                            instance.id(),
                            "ResourceType",
                            "INSTANCE",
                            "TagKey",
                            key,
                            "TagValue",
                            value)));
      }
    }
    return JsonBody.of("TagResources", JsonBody.wrapped("TagResource", found));
  }

  private List<Instance> resources(ApiCall call) {
    checkType(call);
    return call.list("ResourceId").stream()
        .map(id -> instances.find(id).orElseThrow(Instances::notFound))
        .toList();
  }

  private static void checkType(ApiCall call) {
    if (!call.require("ResourceType").equals("INSTANCE")) {
      throw ApiException.invalid("ResourceType", "INSTANCE is expected.");
    }
  }
}
