package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.notify.NotifyFacts;
import java.util.List;

/**
 * What was found in a region.
 *
 * @param found all that carries our mark or looks like it
 * @param notRead what could not be looked into, each in a sentence
 * @param notifications whom the worker that has looked tells of it; null: nobody
 */
public record MarkedThings(List<Marked> found, List<String> notRead, NotifyFacts notifications) {

  /** As of a worker that tells nobody. */
  public MarkedThings(List<Marked> found, List<String> notRead) {
    this(found, notRead, null);
  }

  /** The same, found by a worker that tells people. */
  public MarkedThings telling(NotifyFacts whom) {
    return new MarkedThings(found, notRead, whom);
  }
}
