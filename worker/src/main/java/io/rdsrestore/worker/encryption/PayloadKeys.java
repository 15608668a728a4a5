package io.rdsrestore.worker.encryption;

import com.google.common.collect.ImmutableMap;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of payloads: the first encrypts, all decrypt. None: nothing is encrypted. */
public final class PayloadKeys {
  /** Environment variable: {@code file:PATH}, a file with one key a line. */
  public static final String VARIABLE = "RDS_RESTORE_PAYLOAD_KEYS";

  private static final String FILE_PREFIX = "file:";
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})\\s+([0-9A-Fa-f]{64})");

  private final ImmutableMap<String, PayloadKey> byId;

  private PayloadKeys(Map<String, PayloadKey> byId) {
    this.byId = ImmutableMap.copyOf(byId);
  }

  /** Nothing is encrypted; what is cannot be read. */
  public static PayloadKeys none() {
    return new PayloadKeys(Map.of());
  }

  /**
   * The keys that the environment names.
   *
   * @param configured value of {@value #VARIABLE}; null or blank: none
   */
  public static PayloadKeys load(String configured) {
    if (configured == null || configured.isBlank()) {
      return none();
    }
    if (!configured.startsWith(FILE_PREFIX)) {
      throw new UserError(
          ExitCode.USAGE,
          "%s must be file:PATH; the keys themselves do not belong into it.".formatted(VARIABLE));
    }
    String file = configured.substring(FILE_PREFIX.length());
    try {
      return parse(Files.readAllLines(Path.of(file)), file);
    } catch (IOException | InvalidPathException e) {
      throw new UserError(
          ExitCode.USAGE,
          "The payload keys of %s cannot be read: is %s there, and readable?"
              .formatted(VARIABLE, file),
          e);
    }
  }

  /**
   * Keys, one a line: an id, a blank, 64 hexadecimal digits. Empty lines and lines that begin with
   * {@code #} are passed over.
   *
   * @param where for messages
   */
  static PayloadKeys parse(List<String> lines, String where) {
    Map<String, PayloadKey> keys = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        problems.add("line %d is not an id, a blank and 64 hexadecimal digits".formatted(i + 1));
      } else if (keys.put(
              matcher.group(1),
              new PayloadKey(matcher.group(1), HexFormat.of().parseHex(matcher.group(2))))
          != null) {
        problems.add("line %d has the id of a line before".formatted(i + 1));
      }
    }
    if (keys.isEmpty() && problems.isEmpty()) {
      problems.add("it holds no key");
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "The payload keys in %s cannot be used: %s. Make one with (echo -n 'k1 '; openssl rand -hex 32) > %s"
              .formatted(where, String.join("; ", problems), where));
    }
    return new PayloadKeys(keys);
  }

  /** Whether there is no key, so that nothing is encrypted. */
  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** What new payloads are encrypted with. */
  Optional<PayloadKey> first() {
    return byId.values().stream().findFirst();
  }

  Optional<PayloadKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The ids, never the keys. */
  @Override
  public String toString() {
    return "payload keys " + byId.keySet();
  }
}
