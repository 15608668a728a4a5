package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * The chosen tables, as they are on the primary now.
 *
 * @param charsets default character set of each chosen database that is seen
 * @param hidden chosen databases that the account has no right to, so that nothing is known of them
 * @param missing chosen tables, and whole databases, that are not there
 * @param tables how many are there
 * @param rows in them, as the server estimates
 * @param bytes of data and indexes, as the server estimates
 * @param traits what is special about them
 * @param notChecked why nothing is known; null if it is
 */
public record ChosenFacts(
    Map<String, String> charsets,
    List<String> hidden,
    Listed<String> missing,
    int tables,
    long rows,
    long bytes,
    Map<TableTrait, Listed<TableFinding>> traits,
    String notChecked) {

  public static ChosenFacts notChecked(String because) {
    return new ChosenFacts(
        Map.of(), List.of(), Listed.notChecked(because), 0, 0, 0, Map.of(), because);
  }

  @JsonIgnore
  public boolean isKnown() {
    return notChecked == null;
  }

  /** The tables that have a trait. */
  public Listed<TableFinding> with(TableTrait trait) {
    return isKnown() ? traits.getOrDefault(trait, Listed.none()) : Listed.notChecked(notChecked);
  }
}
