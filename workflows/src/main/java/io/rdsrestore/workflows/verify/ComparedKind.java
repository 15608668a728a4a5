package io.rdsrestore.workflows.verify;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of object was compared. */
public enum ComparedKind {
  @JsonProperty("database")
  DATABASE("database"),
  @JsonProperty("table")
  TABLE("table"),
  @JsonProperty("view")
  VIEW("view"),
  @JsonProperty("trigger")
  TRIGGER("trigger"),
  @JsonProperty("procedure")
  PROCEDURE("procedure"),
  @JsonProperty("function")
  FUNCTION("function"),
  @JsonProperty("event")
  EVENT("event");

  private final String word;

  ComparedKind(String word) {
    this.word = word;
  }

  /** As people and SQL say it. */
  public String word() {
    return word;
  }
}
