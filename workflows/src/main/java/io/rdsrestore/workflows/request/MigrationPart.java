package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What DTS brings over (ConfigureDtsJob: StructureInitialization, DataInitialization). */
public enum MigrationPart {
  @JsonProperty("structure")
  STRUCTURE,
  @JsonProperty("data")
  DATA;

  public static final List<MigrationPart> BOTH = List.of(STRUCTURE, DATA);
}
