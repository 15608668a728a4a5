package io.rdsrestore.sandbox.dataplane;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address or CIDR block of a whitelist.
 *
 * @param network the address with all host bits zero
 * @param mask the network bits
 */
record AddressBlock(int network, int mask) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

  static AddressBlock parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new DataPlaneException("Not an IPv4 address or CIDR block: " + text);
    }
    int address = 0;
    for (int group = 1; group <= 4; group++) {
      int octet = Integer.parseInt(form.group(group));
      if (octet > 255) {
        throw new DataPlaneException("Not an IPv4 address or CIDR block: " + text);
      }
      address = address << 8 | octet;
    }
    int bits = form.group(5) == null ? 32 : Integer.parseInt(form.group(5));
    if (bits > 32) {
      throw new DataPlaneException("Not an IPv4 address or CIDR block: " + text);
    }
    int mask = bits == 0 ? 0 : -1 << (32 - bits);
    return new AddressBlock(address & mask, mask);
  }

  boolean contains(InetAddress address) {
    return address instanceof Inet4Address
        && (ByteBuffer.wrap(address.getAddress()).getInt() & mask) == network;
  }
}
