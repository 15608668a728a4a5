package io.rdsrestore.demo.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secrets that are looked for where they must not be, in every spelling they may have. */
final class Canaries {
  private final Map<String, String> secrets = new LinkedHashMap<>();

  Canaries add(String name, String secret) {
    secrets.put(name, secret);
    return this;
  }

  Map<String, String> secrets() {
    return secrets;
  }

  /** Which canary was found where and how; empty if all is well. */
  List<String> find(Map<String, byte[]> channels) {
    List<String> hits = new ArrayList<>();
    channels.forEach(
        (channel, bytes) -> {
          // One byte, one character: nothing is lost whatever the bytes are.
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          secrets.forEach(
              (name, secret) ->
                  spellings(secret)
                      .forEach(
                          (how, spelling) -> {
                            int at = text.indexOf(spelling);
                            if (at >= 0) {
                              hits.add("%s in %s (%s)".formatted(name, channel, how));
                            }
                          }));
        });
    return hits;
  }

  /** A secret as it may be written, by how. */
  static Map<String, String> spellings(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Map<String, String> spellings = new LinkedHashMap<>();
    spellings.put("plain", new String(bytes, StandardCharsets.ISO_8859_1));
    spellings.put("hexadecimal", HexFormat.of().formatHex(bytes));
    spellings.put("HEXADECIMAL", HexFormat.of().withUpperCase().formatHex(bytes));
    spellings.put("URL-encoded", URLEncoder.encode(secret, StandardCharsets.UTF_8));
    int shift = 0;
    for (String base64 : base64(bytes)) {
      spellings.put("Base64, shift " + shift++, base64);
    }
    return spellings;
  }

  /** In the middle of other bytes a text has three looks in Base64. */
  private static Set<String> base64(byte[] bytes) {
    Set<String> looks = new LinkedHashSet<>();
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      int whole = shifted.length / 3 * 3;
      String text = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
      looks.add(text.substring(shift == 0 ? 0 : 4));
    }
    return looks;
  }
}
