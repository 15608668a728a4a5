package io.rdsrestore.sandbox.settings;

import java.time.Duration;

/**
 * The least that things take; what a real database adds comes on top.
 *
 * @param cloneCreation from CloneDBInstance until the clone is Running
 * @param precheck from StartDtsJob until the precheck has an outcome
 * @param copy structure and full data together
 * @param accountCreation from CreateAccount until the account is Available
 * @param grant from GrantAccountPrivilege until DescribeAccounts shows the privilege
 * @param recoveryLag how far the end of the recovery window is behind the clock
 */
public record SandboxTimings(
    Duration cloneCreation,
    Duration precheck,
    Duration copy,
    Duration accountCreation,
    Duration grant,
    Duration recoveryLag) {

  /** Seconds where the real cloud takes minutes. */
  public static SandboxTimings demo() {
    return new SandboxTimings(
        Duration.ofSeconds(8),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2));
  }

  /** Nothing takes longer than the machine needs. */
  public static SandboxTimings instant() {
    return new SandboxTimings(
        Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }
}
