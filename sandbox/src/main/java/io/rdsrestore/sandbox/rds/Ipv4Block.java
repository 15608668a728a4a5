package io.rdsrestore.sandbox.rds;

/** An IPv4 address or CIDR block. */
public record Ipv4Block(long first, int prefix) {

  public static Ipv4Block parse(String text) {
    int slash = text.indexOf('/');
    int prefix = slash < 0 ? 32 : Integer.parseInt(text.substring(slash + 1));
    long address = 0;
    for (String octet : (slash < 0 ? text : text.substring(0, slash)).split("\\.", -1)) {
      address = address << 8 | Integer.parseInt(octet);
    }
    return new Ipv4Block(address & mask(prefix), prefix);
  }

  public boolean contains(Ipv4Block other) {
    return other.prefix >= prefix && (other.first & mask(prefix)) == first;
  }

  private static long mask(int prefix) {
    return 0xFFFF_FFFFL << (32 - prefix) & 0xFFFF_FFFFL;
  }
}
