package io.rdsrestore.activities.dts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The further settings of a job as ConfigureDtsJob wants them (Reserve); numbers are text there.
 */
final class Reserve {
  private Reserve() {}

  /**
   * The settings.
   *
   * @param targetTableMode {@code "0"}: a same-named object fails the precheck; {@code "2"}: rows
   *     with an existing key are left as they are
   */
  static String of(String targetTableMode) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("targetTableMode", targetTableMode)
        // The only value that surely starts nothing.
        .put("autoStartModulesAfterConfig", "none")
        .toString();
  }
}
