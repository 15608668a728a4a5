package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.json.RestoreJson;

/** How long texts are where a receiver counts the bytes of the whole JSON. */
final class Json {
  private static final int QUOTES = 2;

  private Json() {}

  /** Of a text with its escapes. */
  static int bytes(String text) {
    return Cut.bytes(RestoreJson.write(text)) - QUOTES;
  }
}
