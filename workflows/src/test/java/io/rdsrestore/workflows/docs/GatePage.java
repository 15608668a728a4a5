package io.rdsrestore.workflows.docs;

import io.rdsrestore.workflows.decision.Action;
import java.util.List;

/**
 * What the runbook says of one kind of gate.
 *
 * @param kind its word
 * @param means what has happened
 * @param lookAt what helps to decide
 * @param choices what can be decided
 * @param notes what else to know, as Markdown paragraphs
 */
record GatePage(
    String kind, String means, String lookAt, List<ChoicePage> choices, List<String> notes) {

  /**
   * @param action what can be decided
   * @param leadsTo what follows
   * @param acknowledge dangers to be named
   */
  record ChoicePage(Action action, String leadsTo, List<String> acknowledge) {}
}
