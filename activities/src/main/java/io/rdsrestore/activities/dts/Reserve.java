package io.rdsrestore.activities.dts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.request.CopyRate;

/**
 * The further settings of a job as ConfigureDtsJob wants them (Reserve); numbers are text there.
 */
final class Reserve {
  /** Rows a second, in the limits of a full copy. */
  static final String ROWS = "dts.datamove.source.rps.max";

  /** Bytes a second, likewise. */
  static final String BYTES = "dts.datamove.source.bps.max";

  private Reserve() {}

  /**
   * The settings.
   *
   * @param targetTableMode {@code "0"}: a same-named object fails the precheck; {@code "2"}: rows
   *     with an existing key are left as they are
   * @param rate becomes fullDynamicConfig, if anything of it is set
   */
  static String of(String targetTableMode, CopyRate rate) {
    ObjectNode reserve =
        JsonNodeFactory.instance
            .objectNode()
            .put("targetTableMode", targetTableMode)
            // The only value that surely starts nothing.
            .put("autoStartModulesAfterConfig", "none");
    ObjectNode limits = reserve.objectNode();
    putIfSet(limits, ROWS, rate.maxRowsPerSecond());
    putIfSet(limits, BYTES, rate.maxBytesPerSecond());
    if (!limits.isEmpty()) {
      reserve.set("fullDynamicConfig", limits);
    }
    return reserve.toString();
  }

  private static void putIfSet(ObjectNode limits, String name, Long limit) {
    if (limit != null) {
      limits.put(name, limit.toString());
    }
  }
}
