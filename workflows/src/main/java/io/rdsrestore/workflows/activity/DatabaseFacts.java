package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.RestoreMark;

/**
 * A database as RDS lists it (DescribeDatabases: DBName, CharacterSetName, DBStatus,
 * DBDescription).
 *
 * @param description null where RDS says nothing of it
 */
public record DatabaseFacts(String name, String charset, String status, String description) {

  /**
   * Whether this restore made it.
   *
   * @param restoreId null where none is running
   */
  public boolean isMadeBy(String restoreId) {
    return restoreId != null && description != null && RestoreMark.isMarked(description, restoreId);
  }
}
