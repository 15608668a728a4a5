package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may be special about a chosen table. */
public enum TableTrait {
  /** No primary or unique key on columns that are never NULL. */
  @JsonProperty("noKey")
  NO_KEY,
  /** Columns of type FLOAT or DOUBLE; the detail names them. */
  @JsonProperty("float")
  FLOAT,
  /** A storage engine that DTS refuses: FEDERATED or MRG_MYISAM; the detail names it. */
  @JsonProperty("refusedEngine")
  REFUSED_ENGINE,
  /** A storage engine without transactions; the detail names it. */
  @JsonProperty("notTransactional")
  NOT_TRANSACTIONAL,
  /** AUTO_INCREMENT; the detail is the next value. */
  @JsonProperty("autoIncrement")
  AUTO_INCREMENT,
  /** Partitions. */
  @JsonProperty("partitioned")
  PARTITIONED,
  /** Generated columns; the detail names them. */
  @JsonProperty("generated")
  GENERATED,
  /** Columns of types that DTS does not migrate; the detail names them. */
  @JsonProperty("refusedType")
  REFUSED_TYPE
}
