package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * What SQL tells about a primary, as far as a restore has to know. It stays below 200 KB whatever
 * the server holds.
 *
 * @param reachable whether the worker got a connection and a login
 * @param unreachableBecause why not, without secrets; null if it did
 * @param settings of the server
 * @param rights of the account that looked
 * @param targets the databases that were asked for as targets and exist
 * @param chosen the chosen tables, as they are on the primary now
 * @param foreignKeys between chosen tables and others
 * @param definitions views, triggers, routines and events of the chosen databases
 * @param grants of other accounts on the chosen databases and tables
 * @param work what runs on the server and may be in the way
 * @param homesAreMade whether tables move into a database that is made anew for them, with the
 *     clone's collation; an earlier writer does not do that
 */
public record SchemaFacts(
    boolean reachable,
    String unreachableBecause,
    ServerSettings settings,
    AccountRights rights,
    List<TargetFacts> targets,
    ChosenFacts chosen,
    ForeignKeys foreignKeys,
    Listed<ObjectDefinition> definitions,
    Listed<GrantFacts> grants,
    RunningWork work,
    boolean homesAreMade) {

  /** Of a server that the worker does not get into nothing is known. */
  public static SchemaFacts unreachable(String because) {
    String reason = "the worker does not reach the primary: " + because;
    return new SchemaFacts(
        false,
        because,
        ServerSettings.notChecked(reason),
        AccountRights.notChecked(reason),
        List.of(),
        ChosenFacts.notChecked(reason),
        ForeignKeys.notChecked(reason),
        Listed.notChecked(reason),
        Listed.notChecked(reason),
        RunningWork.notChecked(reason),
        false);
  }
}
