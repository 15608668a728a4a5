package io.rdsrestore.sandbox.rds;

import java.util.Random;

/** New resource ids, shaped like the cloud's; the same in every run with the same seed. */
public final class Ids {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final Random random;

  public Ids(long seed) {
    random = new Random(seed);
  }

  /** {@code prefix} and {@code length} lower-case letters and digits. */
  public synchronized String next(String prefix, int length) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** An order or task number. */
  public synchronized String nextNumber() {
    return Long.toString(200_000_000_000_000L + random.nextInt(Integer.MAX_VALUE));
  }
}
