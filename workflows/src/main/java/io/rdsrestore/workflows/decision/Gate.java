package io.rdsrestore.workflows.decision;

import java.time.Instant;
import java.util.List;

/**
 * A stop that a person can end.
 *
 * @param id {@code precheck-2}: the second of its kind
 * @param kind what is waited for
 * @param since when it opened
 * @param deadline when the restore ends itself as safely as it can
 * @param reason why, in one sentence
 * @param items what failed, one by one
 * @param choices what can be decided, and what each leads to
 * @param commands the literal commands for each choice
 */
public record Gate(
    String id,
    GateKind kind,
    Instant since,
    Instant deadline,
    String reason,
    List<GateItem> items,
    List<Choice> choices,
    List<String> commands) {}
