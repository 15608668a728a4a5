package io.rdsrestore.workflows.verify;

import java.math.BigInteger;

/**
 * A checksum of rows that does not depend on their order: two sums of 64-bit numbers. Rows that are
 * there twice count twice.
 *
 * @param high sum of the first halves
 * @param low sum of the second halves
 */
public record Checksum(BigInteger high, BigInteger low) {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(64);
  private static final int HEX = 16;

  /** Of no rows. */
  public static final Checksum NONE = new Checksum(BigInteger.ZERO, BigInteger.ZERO);

  public Checksum {
    high = high.mod(MODULUS);
    low = low.mod(MODULUS);
  }

  /** Of the rows of both. */
  public Checksum plus(Checksum other) {
    return new Checksum(high.add(other.high), low.add(other.low));
  }

  /** 32 hexadecimal digits. */
  public String text() {
    return pad(high) + pad(low);
  }

  private static String pad(BigInteger half) {
    String digits = half.toString(HEX);
    return "0".repeat(HEX - digits.length()) + digits;
  }
}
