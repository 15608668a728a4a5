package io.rdsrestore.workflows.verify;

import java.util.SortedMap;

/**
 * A view, trigger, routine or event.
 *
 * @param kind what it is
 * @param name its name
 * @param table the table of a trigger; null of others
 * @param body what it does; null if the account may not read it
 * @param attributes everything else: definer, sql_mode, schedule...; values are never null
 */
public record DefinedObject(
    ComparedKind kind,
    QualifiedName name,
    String table,
    String body,
    SortedMap<String, String> attributes) {}
