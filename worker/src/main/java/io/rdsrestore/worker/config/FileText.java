package io.rdsrestore.worker.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file that a person has written: UTF-8, or UTF-16 as Windows editors and shells save
 * it, with or without the mark that they put before it.
 */
public final class FileText {
  private static final char MARK = '\uFEFF';

  private FileText() {}

  /**
   * The text without a mark.
   *
   * @throws CharacterCodingException if it is in another encoding
   */
  public static String of(byte[] bytes) throws CharacterCodingException {
    String text = encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static Charset encoding(byte[] bytes) {
    boolean marked =
        bytes.length >= 2
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
