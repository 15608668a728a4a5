package io.rdsrestore.demo.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a restore could touch on a primary, at one moment.
 *
 * @param accounts names
 * @param whitelist addresses by group
 * @param tables names by database
 * @param writtenInto tables that were there, and into which DTS has copied, as {@code
 *     database.table}
 * @param bystanders instances and DTS jobs of others, which look like ours
 */
public record PrimaryState(
    Set<String> accounts,
    Map<String, String> whitelist,
    Map<String, List<String>> tables,
    Set<String> writtenInto,
    Set<String> bystanders) {
  /** The same with the table that is asked for. */
  public PrimaryState withTable(String database, String table) {
    Map<String, List<String>> changed = new TreeMap<>(tables);
    changed.merge(
        database,
        List.of(table),
        (before, more) ->
            before.contains(table)
                ? before
                : Stream.concat(before.stream(), more.stream()).sorted().toList());
    return new PrimaryState(accounts, whitelist, changed, writtenInto, bystanders);
  }

  /** The same with a group of the whitelist set. */
  public PrimaryState withGroup(String group, String addresses) {
    Map<String, String> changed = new TreeMap<>(whitelist);
    changed.put(group, addresses);
    return new PrimaryState(accounts, changed, tables, writtenInto, bystanders);
  }
}
