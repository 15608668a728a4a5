package io.rdsrestore.workflows.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.workflows.decision.GateKind;

/** How much a notice matters: what routes are chosen by. */
public enum Severity {
  /** Good to know; nobody has to do anything. */
  @JsonProperty("info")
  INFO("info"),
  /** A person is waited for. */
  @JsonProperty("waiting")
  WAITING("waiting"),
  /** It gets worse while nobody comes. */
  @JsonProperty("urgent")
  URGENT("urgent");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** Of what is told about a gate. */
  public static Severity of(GateKind gate, NoticeKind notice) {
    return switch (notice) {
      case ESCALATION, DEADLINE -> URGENT;
      case GATE, REMINDER, END, KEPT, ORPHANS, TEST ->
          switch (gate) {
            case COST, DDL, PRESSURE -> URGENT;
            case APPROVAL, FAILURE, RESTORE_POINT, PRECHECK, DIFFERENCE, SWAP, CLEANUP -> WAITING;
          };
    };
  }

  /** As it stands in JSON and in the configuration. */
  public String word() {
    return word;
  }
}
