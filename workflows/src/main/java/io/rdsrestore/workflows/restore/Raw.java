package io.rdsrestore.workflows.restore;

import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;

/** The bytes that somebody sent, or none. */
final class Raw {
  private Raw() {}

  static byte[] bytes(RawValue value) {
    return value == null ? new byte[0] : value.getPayload().getData().toByteArray();
  }

  static String text(RawValue value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }
}
