package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Objects of a database that are not tables. */
public enum ObjectKind {
  @JsonProperty("trigger")
  TRIGGER("trigger"),
  @JsonProperty("view")
  VIEW("view"),
  @JsonProperty("procedure")
  PROCEDURE("procedure"),
  @JsonProperty("function")
  FUNCTION("function"),
  @JsonProperty("event")
  EVENT("event");

  private final String word;

  ObjectKind(String word) {
    this.word = word;
  }

  /** As people and SQL say it. */
  public String word() {
    return word;
  }
}
