package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.swap.SwapLook;
import java.util.List;

/** Looks where restored tables stand, and what has their places. */
final class PlaceLook {
  private final Restore restore;
  private final Journal journal;

  PlaceLook(Restore restore, Journal journal) {
    this.restore = restore;
    this.journal = journal;
  }

  /** A look that has to succeed, or else is handled by the caller. */
  interface Look {
    void take() throws StepFailed;
  }

  List<SwapLook> read(List<ObjectTarget> objects) {
    return Steps.databases(ActivityPolicies.scan("tables that could change places"))
        .readSwap(
            new SwapQuery(
                restore.primaryLogin(), objects, restore.restoreId, restore.autoIncrementFloor()));
  }

  /** Of a restore that stops: nobody is asked if it fails. */
  void settle(Look look) {
    journal.doing("Looking where the tables stand");
    try {
      look.take();
    } catch (StepFailed failed) {
      journal.note("Where the tables stand is not known: " + failed.trouble().message());
    }
  }
}
