package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.json.RestoreJson;
import java.util.Locale;
import java.util.regex.Pattern;

/** Our enums for people: as they stand in JSON. */
final class Words {
  private static final Pattern SECOND_WORD = Pattern.compile("(?<=[a-z])[A-Z]");

  private Words() {}

  static String of(Enum<?> value) {
    return value == null ? "-" : RestoreJson.mapper().convertValue(value, String.class);
  }

  /** As a person says it: {@code notCompared} is "not compared". */
  static String spoken(Enum<?> value) {
    return spoken(of(value));
  }

  /** As {@link #spoken(Enum)}, of a word that is no enum. */
  static String spoken(String word) {
    return SECOND_WORD
        .matcher(word)
        .replaceAll(begin -> " " + begin.group().toLowerCase(Locale.ROOT));
  }
}
