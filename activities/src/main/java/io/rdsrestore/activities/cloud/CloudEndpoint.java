package io.rdsrestore.activities.cloud;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * An address that stands in for Alibaba Cloud's own, for both services.
 *
 * @param authority host and port
 * @param secure HTTPS; plain HTTP is taken to this machine only
 */
public record CloudEndpoint(String authority, boolean secure) {
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.\\d{1,3}){3}|localhost|\\[(::1|0:0:0:0:0:0:0:1)]");

  /** Whether a host, as it stands in a URL, is this machine. */
  public static boolean isThisMachine(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /**
   * Reads {@code http://127.0.0.1:8600} or {@code https://host[:port]}.
   *
   * @throws IllegalArgumentException saying what would be right
   */
  public static CloudEndpoint parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The cloud endpoint is no URL.", e);
    }
    boolean bare =
        uri.getHost() != null
            && uri.getUserInfo() == null
            && uri.getQuery() == null
            && (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"));
    if (!bare) {
      throw new IllegalArgumentException(
          "The cloud endpoint must be a scheme, a host and a port only, like"
              + " http://127.0.0.1:8600.");
    }
    if ("https".equalsIgnoreCase(uri.getScheme())) {
      return new CloudEndpoint(uri.getAuthority(), true);
    }
    if ("http".equalsIgnoreCase(uri.getScheme())) {
      if (!isThisMachine(uri.getHost())) {
        throw new IllegalArgumentException(
            "Plain HTTP is taken to this machine only (127.0.0.1, localhost, [::1]); for "
                + uri.getHost()
                + " use https://.");
      }
      return new CloudEndpoint(uri.getAuthority(), false);
    }
    throw new IllegalArgumentException("The cloud endpoint must begin with http:// or https://.");
  }
}
