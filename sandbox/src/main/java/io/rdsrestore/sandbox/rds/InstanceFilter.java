package io.rdsrestore.sandbox.rds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import java.time.Instant;
import java.util.Map;

/** Which instances DescribeDBInstances lists. */
final class InstanceFilter {
  private static final int MAX_TAGS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiCall call;
  private final Instant now;
  private final Map<String, String> tags;

  InstanceFilter(ApiCall call, Instant now) {
    this.call = call;
    this.now = now;
    tags = tags(call.text("Tags"));
  }

  boolean matches(Instance instance) {
    return is("RegionId", instance.regionId())
        && is("DBInstanceId", instance.id())
        && is("DBInstanceStatus", instance.status(now))
        && is("DBInstanceType", instance.facts().dbInstanceType())
        && is("Engine", instance.engine())
        && is("EngineVersion", instance.facts().engineVersion())
        && is("Category", instance.facts().category())
        && is("DBInstanceClass", instance.facts().instanceClass())
        && is("PayType", "Postpaid")
        && hasKey(instance)
        && hasTags(instance);
  }

  private boolean is(String parameter, String value) {
    String wanted = call.text(parameter);
    return wanted == null || wanted.equals(value);
  }

  private boolean hasKey(Instance instance) {
    String key = call.text("SearchKey");
    return key == null
        || instance.id().contains(key)
        || instance.facts().description().contains(key);
  }

  private boolean hasTags(Instance instance) {
    return tags.entrySet().stream()
        .allMatch(
            tag -> {
              String value = instance.tags().get(tag.getKey());
              return value != null && (tag.getValue().isEmpty() || tag.getValue().equals(value));
            });
  }

  private static Map<String, String> tags(String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      Map<String, String> tags = JSON.readValue(json, new TypeReference<>() {});
      if (tags.size() > MAX_TAGS) {
        throw ApiException.invalid("Tags", "at most five are allowed.");
      }
      return tags;
    } catch (JsonProcessingException e) {
      throw ApiException.invalid("Tags", "a JSON object of strings is expected.");
    }
  }
}
