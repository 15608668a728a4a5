package io.rdsrestore.activities.notify;

import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.SecretResolver;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where a channel is: looked up by its references, which alone are ever named. */
public final class ChannelAddress {
  private ChannelAddress() {}

  /** What is wrong with a channel's references as they are now; empty if nothing is. */
  public static Optional<String> problem(Channel channel, SecretResolver secrets) {
    try {
      var unused = target(channel, secrets, List.of());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Looks it up.
   *
   * @throws IllegalArgumentException saying what is wrong, and nothing of what it found
   */
  static Target target(Channel channel, SecretResolver secrets, List<String> mentions) {
    return new Target(
        url(channel.urlRef(), resolved(channel.urlRef(), secrets)),
        channel.secretRef() == null ? null : resolved(channel.secretRef(), secrets),
        mentions);
  }

  private static String resolved(String reference, SecretResolver secrets) {
    try {
      return secrets.resolve(reference).strip();
    } catch (ApplicationFailure missing) {
      throw new IllegalArgumentException("this worker finds nothing at " + reference);
    }
  }

  private static URI url(String reference, String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      // Its text quotes the address.
      throw new IllegalArgumentException("what is at %s is no URL".formatted(reference));
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "what is at %s must be a URL with a host, without a login".formatted(reference));
    }
    boolean local =
        "http".equalsIgnoreCase(uri.getScheme()) && CloudEndpoint.isThisMachine(uri.getHost());
    if (!local && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException(
          "what is at %s must begin with https://; plain http:// is taken to this machine only"
              .formatted(reference));
    }
    return uri;
  }
}
