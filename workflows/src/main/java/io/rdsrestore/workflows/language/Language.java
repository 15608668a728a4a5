package io.rdsrestore.workflows.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Languages that people are spoken to in. */
public enum Language {
  /** English: what the texts are written in. */
  @JsonProperty("en")
  EN,
  /** Simplified Chinese, by the phrase book. */
  @JsonProperty("zh")
  ZH;

  /** The text in this language; null stays null. */
  public String say(String english) {
    return this == EN || english == null ? english : Phrasebook.chinese().say(english);
  }
}
