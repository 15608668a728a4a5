package io.rdsrestore.workflows.verdict.remedies;

/**
 * How to find out which cause it is. Changes nothing.
 *
 * @param text what is looked at, in a sentence
 * @param kind how
 * @param on where
 * @param command literal, with {@link Placeholders}; null where none can be given
 */
public record Look(String text, RemedyKind kind, RemedyPlace on, String command) {}
