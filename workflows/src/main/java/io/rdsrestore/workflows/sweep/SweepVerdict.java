package io.rdsrestore.workflows.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of something with our mark. */
public enum SweepVerdict {
  /** Its restore runs, or its clone is kept: nothing to do. */
  @JsonProperty("in use")
  IN_USE("in use"),
  /** Its restore has ended, and a person wanted the clone kept: it goes only by name. */
  @JsonProperty("kept")
  KEPT("kept"),
  /** It may be somebody else's: people look at it, nothing removes it. */
  @JsonProperty("unclear")
  UNCLEAR("unclear"),
  /**
   * This namespace of Temporal has never known a restore of its primary, so its restore may run in
   * another: it goes only by name.
   */
  @JsonProperty("unknown")
  UNKNOWN("unknown"),
  /** Its restore has ended or does not exist: it may go. */
  @JsonProperty("orphan")
  ORPHAN("orphan");

  private final String words;

  SweepVerdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
