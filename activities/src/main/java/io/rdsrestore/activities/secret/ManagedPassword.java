package io.rdsrestore.activities.secret;

import io.rdsrestore.activities.AccountKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The password of a managed account: 24 characters from all four classes that RDS knows, worked out
 * from the worker's key, the restore and the instance, so that it is never stored or passed.
 */
public final class ManagedPassword {
  static final int LENGTH = 24;

  private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";
  // Allowed by RDS, and nothing to quote in SQL, a shell or an URL.
  private static final String SPECIAL = "_-";
  private static final List<String> CLASSES = List.of(LOWER, UPPER, DIGITS, SPECIAL);
  private static final String ALL = LOWER + UPPER + DIGITS + SPECIAL;

  private ManagedPassword() {}

  /** The password of the account of a restore on an instance. */
  public static String derive(AccountKey key, String restoreId, String instanceId) {
    byte[] message = (restoreId + '/' + instanceId).getBytes(StandardCharsets.UTF_8);
    Digits digits = new Digits(new BigInteger(1, key.sign(message)));
    List<Character> characters = new ArrayList<>(LENGTH);
    for (String oneClass : CLASSES) {
      characters.add(oneClass.charAt(digits.next(oneClass.length())));
    }
    while (characters.size() < LENGTH) {
      characters.add(ALL.charAt(digits.next(ALL.length())));
    }
    StringBuilder password = new StringBuilder(LENGTH);
    while (!characters.isEmpty()) {
      password.append(characters.remove(digits.next(characters.size())).charValue());
    }
    return password.toString();
  }

  /** A large number, taken apart digit by digit in changing bases. */
  private static final class Digits {
    private BigInteger rest;

    Digits(BigInteger number) {
      this.rest = number;
    }

    int next(int base) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(base));
      rest = parts[0];
      return parts[1].intValue();
    }
  }
}
