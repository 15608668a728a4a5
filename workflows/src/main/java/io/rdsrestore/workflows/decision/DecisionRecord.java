package io.rdsrestore.workflows.decision;

import java.time.Instant;

/**
 * A decision as it is kept.
 *
 * @param at when it arrived
 * @param outcome what became of it
 * @param gate the gate it acted on, or named
 * @param action the action's word; null if it could not be read
 * @param actor who, as claimed
 * @param comment as sent
 * @param id the sender's id
 * @param note what it led to, or why it was ignored
 */
public record DecisionRecord(
    Instant at,
    DecisionOutcome outcome,
    String gate,
    String action,
    String actor,
    String comment,
    String id,
    String note) {}
