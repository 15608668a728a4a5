package io.rdsrestore.worker.encryption;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of AES-256 with the id under which it is written beside what it has encrypted. */
final class PayloadKey {
  static final int BYTES = 32;

  private final String id;
  private final byte[] bytes;

  /**
   * A key.
   *
   * @param bytes 32 of them
   */
  PayloadKey(String id, byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a payload key has %d bytes".formatted(BYTES));
    }
    this.id = id;
    this.bytes = Arrays.copyOf(bytes, BYTES);
  }

  String id() {
    return id;
  }

  SecretKey secret() {
    return new SecretKeySpec(bytes, "AES");
  }

  /** Never the key itself. */
  @Override
  public String toString() {
    return "payload key " + id;
  }
}
