package io.rdsrestore.activities;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that passwords of managed accounts are derived from; the same for all workers of a task
 * queue. Never printed.
 */
public final class AccountKey {
  /** Fewest bytes of a key. */
  public static final int MIN_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * A key.
   *
   * @throws IllegalArgumentException if it is too short
   */
  public AccountKey(byte[] bytes) {
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "The account key must have at least " + MIN_BYTES + " bytes.");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** HMAC-SHA256 of a message. */
  public byte[] sign(byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "AccountKey(***)";
  }
}
