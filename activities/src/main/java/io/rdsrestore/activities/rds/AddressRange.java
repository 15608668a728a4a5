package io.rdsrestore.activities.rds;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a whitelist: an IPv4 address, or a block of them with its prefix length.
 *
 * @param first the first address
 * @param prefix 0 to 32; 32 is one address
 */
record AddressRange(long first, int prefix) {
  private static final int BITS = 32;
  private static final int OCTET = 255;
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

  /** Empty for what is no IPv4 address or block. */
  static Optional<AddressRange> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int part = 1; part <= 4; part++) {
      int octet = Integer.parseInt(matcher.group(part));
      if (octet > OCTET) {
        return Optional.empty();
      }
      address = (address << 8) | octet;
    }
    int prefix = matcher.group(5) == null ? BITS : Integer.parseInt(matcher.group(5));
    return prefix > BITS
        ? Optional.empty()
        : Optional.of(new AddressRange(address & mask(prefix), prefix));
  }

  boolean contains(AddressRange other) {
    return other.prefix >= prefix && (other.first & mask(prefix)) == first;
  }

  private static long mask(int prefix) {
    return prefix == 0 ? 0 : (-1L << (BITS - prefix)) & 0xFFFFFFFFL;
  }
}
