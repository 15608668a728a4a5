package io.rdsrestore.workflows.decision;

import java.time.Instant;

/**
 * A decision as it is kept.
 *
 * @param number its number in this restore, in the order of arrival; {@code withdraw} names it
 * @param at when it arrived
 * @param outcome what became of it
 * @param gate the gate it acted on, or named
 * @param action the action's word; null if it could not be read
 * @param actor who, as claimed; {@code rds-restore} for a repair of its own
 * @param actorVerified whether it is proved who: false of everything that people send, since an
 *     actor is a claim; true of what the restore does itself
 * @param comment as sent
 * @param id the sender's id
 * @param note what it led to, or why it was ignored
 */
public record DecisionRecord(
    int number,
    Instant at,
    DecisionOutcome outcome,
    String gate,
    String action,
    String actor,
    boolean actorVerified,
    String comment,
    String id,
    String note) {}
