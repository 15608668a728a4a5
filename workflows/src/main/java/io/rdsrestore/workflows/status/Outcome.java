package io.rdsrestore.workflows.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the restored data is at the end. */
public enum Outcome {
  /** All of it under its own names. */
  @JsonProperty("inPlace")
  IN_PLACE,
  /** All of it in databases beside the original ones. */
  @JsonProperty("beside")
  BESIDE,
  /** Some of it in place, some beside; or some of it missing. */
  @JsonProperty("partly")
  PARTLY,
  /** Nothing was restored. */
  @JsonProperty("nothing")
  NOTHING
}
