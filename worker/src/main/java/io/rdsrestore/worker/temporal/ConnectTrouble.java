package io.rdsrestore.worker.temporal;

import com.google.common.base.Throwables;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why there is no connection to Temporal, in one sentence with what to do. */
final class ConnectTrouble {
  private static final String NAMED_BY = "--address, TEMPORAL_ADDRESS or temporal.toml";
  private static final Pattern URL = Pattern.compile("https?://([^/]*).*");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([^:/\\[]+|\\[[^\\]]+])(?::([^/]*))?");
  private static final int MOST_PORT = 65_535;
  private static final String USUAL_PORT = "7233";

  private ConnectTrouble() {}

  /**
   * Refuses what can be no address. What names a resolver of its own ({@code dns:///...}) is let
   * through.
   */
  static void check(String address) {
    Matcher url = URL.matcher(address);
    if (url.matches()) {
      throw noAddress(address, "without http://", url.group(1));
    }
    Matcher parts = HOST_AND_PORT.matcher(address);
    if (parts.matches() && parts.group(2) == null) {
      throw noAddress(address, "with its port", address + ":" + USUAL_PORT);
    }
    if (parts.matches() && !isPort(parts.group(2))) {
      throw noAddress(
          address, "with a port from 1 to " + MOST_PORT, parts.group(1) + ":" + USUAL_PORT);
    }
  }

  private static boolean isPort(String text) {
    try {
      int port = Integer.parseInt(text);
      return port >= 1 && port <= MOST_PORT;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static UserError noAddress(String address, String how, String example) {
    return new UserError(
        ExitCode.USAGE,
        "%s is no address of a Temporal server: it is HOST:PORT, %s, like %s (%s)."
            .formatted(address, how, example, NAMED_BY));
  }

  /** Settings that cannot be used. */
  static UserError ofSettings(Exception e) {
    Optional<String> file = find(e, NoSuchFileException.class).map(NoSuchFileException::getFile);
    return new UserError(
        ExitCode.USAGE,
        "Temporal's configuration (temporal.toml or TEMPORAL_*) could not be read: "
            + file.map("the file %s is not there."::formatted)
                .orElseGet(() -> Throwables.getRootCause(e).getMessage()),
        e);
  }

  /**
   * A server that was not reached.
   *
   * @param patience how long it was tried
   */
  static UserError ofServer(String address, Duration patience, Exception e) {
    Optional<SSLException> tls = find(e, SSLException.class);
    Optional<CertificateException> certificate = find(e, CertificateException.class);
    if (tls.isEmpty() && certificate.isEmpty()) {
      return new UserError(
          ExitCode.FAILED,
          "No Temporal server answers at %s within %d s; nothing has been sent. Start one (for example `temporal server start-dev`), or name another with %s."
              .formatted(address, patience.toSeconds(), NAMED_BY),
          e);
    }
    String said = certificate.map(ConnectTrouble::plain).orElseGet(() -> plain(tls.get()));
    return new UserError(
        ExitCode.FAILED,
        "The server at %s and this command do not agree on TLS (%s); nothing has been sent. Check TEMPORAL_TLS, the certificates that TEMPORAL_TLS_* or temporal.toml name, and until when they are valid."
            .formatted(address, said),
        e);
  }

  private static String plain(CertificateException certificate) {
    return certificate instanceof CertificateExpiredException
        ? "a certificate has expired, " + certificate.getMessage()
        : String.valueOf(certificate.getMessage());
  }

  /** Without the bytes that came instead. */
  private static String plain(SSLException tls) {
    String said = String.valueOf(tls.getMessage());
    return said.startsWith("not an SSL/TLS record") ? "the server does not speak it" : said;
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> kind) {
    return Throwables.getCausalChain(e).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((outer, inner) -> inner);
  }
}
