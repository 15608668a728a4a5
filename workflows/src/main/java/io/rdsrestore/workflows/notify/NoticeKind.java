package io.rdsrestore.workflows.notify;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What people are told of. */
public enum NoticeKind {
  /** A gate has opened. */
  @JsonProperty("gate")
  GATE("gate"),
  /** Nobody has decided yet. */
  @JsonProperty("reminder")
  REMINDER("reminder"),
  /** Nobody has decided for so long that others are told, too. */
  @JsonProperty("escalation")
  ESCALATION("escalation"),
  /** The deadline of a gate is near, or the end of what may be spent. */
  @JsonProperty("deadline")
  DEADLINE("deadline"),
  /** A restore, or what was kept of it, has ended. */
  @JsonProperty("end")
  END("end"),
  /** A clone that is kept goes on costing. */
  @JsonProperty("kept")
  KEPT("kept"),
  /** Something has outlived its restore. */
  @JsonProperty("orphans")
  ORPHANS("orphans"),
  /** Somebody tries whether notices arrive. */
  @JsonProperty("test")
  TEST("test");

  private final String word;

  NoticeKind(String word) {
    this.word = word;
  }

  /** As it stands in JSON. */
  public String word() {
    return word;
  }
}
