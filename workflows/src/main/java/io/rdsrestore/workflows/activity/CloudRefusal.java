package io.rdsrestore.workflows.activity;

/**
 * Who refused what.
 *
 * @param action for example {@code CloneDBInstance}, or {@code SQL}
 * @param code the service's own error code; null if there was none
 * @param requestId the service's request id; null if there was none
 * @param remedy what a person can do about it; null if nothing is known
 */
public record CloudRefusal(String action, String code, String requestId, String remedy) {}
