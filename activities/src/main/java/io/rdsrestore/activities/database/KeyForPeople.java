package io.rdsrestore.activities.database;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Key values as people know them: text instead of the digits of its bytes. */
final class KeyForPeople {
  /** What the servers call otherwise than Java. */
  private static final Map<String, String> CHARSETS =
      Map.of(
          "utf8mb3", "UTF-8",
          "utf8mb4", "UTF-8",
          "utf8", "UTF-8",
          "latin1", "windows-1252",
          "ascii", "US-ASCII",
          "ucs2", "UTF-16BE",
          "utf16", "UTF-16BE",
          "utf32", "UTF-32BE",
          "gbk", "GBK",
          "gb18030", "GB18030");

  private KeyForPeople() {}

  static List<String> of(ChunkKey key, List<String> values) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ChunkKey.Part part = key.parts().get(i);
      text.add(
          part.literal() == ChunkKey.Literal.BYTES
              ? text(part.charset(), values.get(i))
              : values.get(i));
    }
    return List.copyOf(text);
  }

  private static String text(String charset, String hex) {
    String known = charset == null ? null : CHARSETS.get(charset.toLowerCase(Locale.ROOT));
    if (known == null) {
      return "0x" + hex;
    }
    try {
      return Charset.forName(known)
          .newDecoder()
          .decode(ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
          .toString();
    } catch (CharacterCodingException e) {
      // Bytes that are no text in this character set.
      return "0x" + hex;
    }
  }
}
