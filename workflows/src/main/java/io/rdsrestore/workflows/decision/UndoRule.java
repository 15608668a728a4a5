package io.rdsrestore.workflows.decision;

/** What {@code undo} does where a restore has ended, and no gate asks about it. */
@FunctionalInterface
public interface UndoRule {
  /** What would become of it. */
  Verdict judge();
}
