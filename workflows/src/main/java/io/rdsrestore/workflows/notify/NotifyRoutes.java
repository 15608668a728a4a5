package io.rdsrestore.workflows.notify;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who is told what.
 *
 * @param bySeverity names of channels
 * @param escalation names of those who are told when the others do not answer
 */
public record NotifyRoutes(Map<Severity, List<String>> bySeverity, List<String> escalation) {

  /** The channels that a notice goes to, each once. */
  public List<String> of(Severity severity, boolean escalated) {
    return Stream.concat(
            bySeverity.getOrDefault(severity, List.of()).stream(),
            escalated ? escalation.stream() : Stream.empty())
        .distinct()
        .toList();
  }

  /** The severities that go to somebody. */
  public List<Severity> severities() {
    return Stream.of(Severity.values()).filter(severity -> !of(severity, false).isEmpty()).toList();
  }
}
