package io.rdsrestore.workflows.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the SQL of a report does. */
public enum SqlPurpose {
  /** It puts rows that lie beside into the original tables. */
  @JsonProperty("putBack")
  PUT_BACK,
  /** Likewise, once a person has completed it: with keys, columns and indexes. */
  @JsonProperty("putBackByHand")
  PUT_BACK_BY_HAND,
  /** It gives the tables of before their places again. */
  @JsonProperty("undoSwap")
  UNDO_SWAP,
  /** It takes merged rows out again. */
  @JsonProperty("undoMerge")
  UNDO_MERGE
}
