package io.rdsrestore.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/** Reads forms leniently, writes them as RFC 3986 demands: what both signatures are made over. */
final class FormCodec {
  private FormCodec() {}

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Sorted by name. An empty value is kept: it is signed too. */
  static Map<String, String> decode(String form) {
    Map<String, String> parameters = new TreeMap<>();
    if (form == null || form.isEmpty()) {
      return parameters;
    }
    int start = 0;
    while (start <= form.length()) {
      int end = form.indexOf('&', start);
      end = end < 0 ? form.length() : end;
      String pair = form.substring(start, end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.put(decodePart(name), decodePart(value));
      }
      start = end + 1;
    }
    return parameters;
  }

  /** {@code name=value&...} of the sorted, strictly encoded parameters. */
  static String canonical(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach(
            (name, value) ->
                query
                    .append(query.isEmpty() ? "" : "&")
                    .append(encode(name))
                    .append('=')
                    .append(encode(value)));
    return query.toString();
  }

  private static String decodePart(String part) {
    try {
      return URLDecoder.decode(part, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ApiException(400, "InvalidParameter", "A parameter is not well encoded.");
    }
  }
}
