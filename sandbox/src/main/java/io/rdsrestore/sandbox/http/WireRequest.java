package io.rdsrestore.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request as it came in, before anything in it is believed. */
public final class WireRequest {
  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final Map<String, String> form;
  private final byte[] body;

  /**
   * Takes a request apart.
   *
   * @param rawQuery still encoded; null if there is none
   * @param headers names in any case
   */
  public WireRequest(
      String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.headers = new TreeMap<>();
    headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
    this.body = body.clone();
    query = FormCodec.decode(rawQuery);
    boolean isForm =
        this.headers
            .getOrDefault("content-type", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("application/x-www-form-urlencoded");
    form = isForm ? FormCodec.decode(new String(body, UTF_8)) : Map.of();
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** The value of a header, by its lower-case name; null if absent. */
  String header(String name) {
    return headers.get(name);
  }

  Map<String, String> query() {
    return query;
  }

  /** Query and form body together, as V1 signs them. */
  Map<String, String> parameters() {
    Map<String, String> all = new TreeMap<>(query);
    all.putAll(form);
    return all;
  }

  byte[] body() {
    return body.clone();
  }
}
