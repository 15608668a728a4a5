package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.util.List;

/**
 * What the next run of a restore is told by the one before.
 *
 * @param restore all that is known
 * @param gates what people have decided, and the gate they are waited for at
 * @param timeline what happened
 */
record CarriedOver(Restore restore, GateKeeper gates, List<TimelineEntry> timeline) {

  static CarriedOver read(String json) {
    try {
      return RestoreJson.mapper().readValue(json, CarriedOver.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the run before handed on cannot be read", e);
    }
  }
}
