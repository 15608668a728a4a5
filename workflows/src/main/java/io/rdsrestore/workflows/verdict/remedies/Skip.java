package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an item is known to be skippable; what counts in the end is CanSkip of DTS. */
public enum Skip {
  @JsonProperty("never")
  NEVER,
  @JsonProperty("allowed")
  ALLOWED,
  /** Skipping changes what the restored data is: it must be acknowledged by name. */
  @JsonProperty("dangerous")
  DANGEROUS
}
