package io.rdsrestore.workflows.activity;

import java.util.List;
import java.util.Map;

/**
 * What a login found.
 *
 * @param reachable whether the worker got a connection and a login
 * @param unreachableBecause why not, without secrets; null if it did
 * @param version the server's own version; null if not reached
 * @param tables tables and views by database, for the databases asked for that exist
 */
public record ServerFacts(
    boolean reachable,
    String unreachableBecause,
    String version,
    Map<String, List<String>> tables) {}
