package io.rdsrestore.workflows.docs;

import io.rdsrestore.workflows.decision.Action;
import java.util.List;
import java.util.Map;

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
   * @param fields what the decision says beside its action, as an example; empty for nothing
   */
  record ChoicePage(
      Action action, String leadsTo, List<String> acknowledge, Map<String, Object> fields) {}
}
