package io.rdsrestore.demo.killmatrix;

import com.google.common.collect.ImmutableList;

/** The calls that change something in the cloud, and the activities that make them. */
enum CloudWrite {
  CloneDBInstance("EnsureClone"),
  ConfigureDtsJob("EnsureJob"),
  CreateDtsInstance("EnsureJobBought"),
  DeleteDtsJob("RemoveJob"),
  DeleteAccount("RemoveAccount"),
  DeleteDBInstance("RemoveClones"),
  ModifySecurityIps("EnsureWhitelist", "RemoveWhitelist"),
  CreateAccount("EnsureAccount"),
  ResetAccountPassword("EnsureAccount"),
  GrantAccountPrivilege("EnsureAccount"),
  TagResources("EnsureClone", "EnsureCloneTags"),
  CreateDatabase("EnsureDatabase"),
  CreateBackup("EnsureBackup"),
  StartDtsJob("EnsureJobStarted"),
  SkipPreCheck("EnsureItemsSkipped"),
  SuspendDtsJob("EnsureJobSuspended", "RemoveJob"),
  StopDtsJob("RemoveJob"),
  ModifyDynamicConfig("EnsureCopyRate");

  private final ImmutableList<String> activities;

  CloudWrite(String... activities) {
    this.activities = ImmutableList.copyOf(activities);
  }

  boolean isMadeBy(String activity) {
    return activities.contains(activity);
  }

  /** Whether the first such call comes after all is restored, in a restore that goes well. */
  boolean cleansUp() {
    return this == DeleteAccount || this == DeleteDBInstance;
  }

  /** Whether it buys or removes: every blow falls on it in every build. */
  boolean isGrave() {
    return switch (this) {
      case CloneDBInstance,
          ConfigureDtsJob,
          CreateDtsInstance,
          DeleteDtsJob,
          DeleteAccount,
          DeleteDBInstance ->
          true;
      case ModifySecurityIps,
          CreateAccount,
          ResetAccountPassword,
          GrantAccountPrivilege,
          TagResources,
          CreateDatabase,
          CreateBackup,
          StartDtsJob,
          SkipPreCheck,
          SuspendDtsJob,
          StopDtsJob,
          ModifyDynamicConfig ->
          false;
    };
  }
}
