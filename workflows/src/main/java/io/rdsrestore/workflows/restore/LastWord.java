package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.notify.Notices;

/** What people, and the audit, are told when a restore, or the keeping of its clone, has ended. */
final class LastWord {
  private LastWord() {}

  static void of(Restore restore) {
    Auditor.last(restore);
    Messenger.handOver(
        restore.notifications,
        () -> Notices.ofEnd(Messenger.source(restore), restore.report, Clock.now()));
  }

  static void ofRefusal(Restore restore, String because) {
    Auditor.refused(restore, because);
    Messenger.handOver(
        restore.notifications,
        () -> Notices.ofRefusal(Messenger.source(restore), because, Clock.now()));
  }
}
