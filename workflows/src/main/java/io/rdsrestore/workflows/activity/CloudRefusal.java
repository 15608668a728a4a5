package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * Who refused what.
 *
 * @param action for example {@code CloneDBInstance}, or {@code SQL}
 * @param code the service's own error code; null if there was none
 * @param requestId the service's request id; null if there was none
 * @param remedy what a person can do about it; null if nothing is known
 * @param commands the remedy as literal SQL or calls; empty where none can be given
 */
public record CloudRefusal(
    String action, String code, String requestId, String remedy, List<String> commands) {

  /** Who wrote it may not have known commands. */
  public CloudRefusal {
    commands = commands == null ? List.of() : List.copyOf(commands);
  }

  /** One without commands. */
  public CloudRefusal(String action, String code, String requestId, String remedy) {
    this(action, code, requestId, remedy, List.of());
  }
}
