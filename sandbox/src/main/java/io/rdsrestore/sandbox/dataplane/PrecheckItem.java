package io.rdsrestore.sandbox.dataplane;

import java.util.Collection;

/**
 * The outcome of one precheck item, in the words of DTS.
 *
 * @param item for example {@code CHECK_SAME_OBJ}
 * @param passed whether the check found nothing
 * @param canSkip whether SkipPreCheck may skip it
 * @param detail what was found, in a sentence; empty if nothing
 */
public record PrecheckItem(String item, boolean passed, boolean canSkip, String detail) {

  /** An item that passes if there is nothing to say about it. */
  public static PrecheckItem of(String item, String detail) {
    return new PrecheckItem(item, detail.isEmpty(), PrecheckNames.isSkippable(item), detail);
  }

  /** An item that passes if nothing was found; else the findings follow the introduction. */
  public static PrecheckItem of(String item, String introduction, Collection<String> findings) {
    return of(item, findings.isEmpty() ? "" : introduction + ": " + String.join(", ", findings));
  }
}
