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
  EVENT("event"),
  /** Of SQL Server, where DTS leaves it behind; with its table. */
  @JsonProperty("foreignKey")
  FOREIGN_KEY("foreign key");

  private final String word;

  ObjectKind(String word) {
    this.word = word;
  }

  /** As people and SQL say it. */
  public String word() {
    return word;
  }
}
