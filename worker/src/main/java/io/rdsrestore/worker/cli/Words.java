package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.json.RestoreJson;

/** Our enums for people: as they stand in JSON. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value == null ? "-" : RestoreJson.mapper().convertValue(value, String.class);
  }
}
