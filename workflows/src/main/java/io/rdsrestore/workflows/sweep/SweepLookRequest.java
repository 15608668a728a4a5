package io.rdsrestore.workflows.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.json.RestoreJson;
import java.util.List;
import java.util.Optional;

/**
 * Where to look.
 *
 * @param regions at least one
 */
public record SweepLookRequest(List<String> regions) {

  /** Empty if it is none. */
  public static Optional<SweepLookRequest> read(String json) {
    try {
      return Optional.ofNullable(RestoreJson.mapper().readValue(json, SweepLookRequest.class))
          .filter(read -> read.regions() != null && !read.regions().isEmpty())
          .filter(read -> read.regions().stream().allMatch(region -> region != null));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
