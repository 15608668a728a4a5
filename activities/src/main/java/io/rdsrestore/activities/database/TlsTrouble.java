package io.rdsrestore.activities.database;

import io.rdsrestore.activities.cloud.MessageScrubber;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a protected connection did not come about, and what to set. */
final class TlsTrouble {
  private TlsTrouble() {}

  /** In a sentence, without secrets; empty if the trouble is another one. */
  static Optional<String> of(SQLException trouble) {
    String said = MessageScrubber.scrub(trouble.getMessage(), List.of());
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("ssl not enabled") || lower.contains("does not support ssl")) {
      return Optional.of(
          "the server offers no TLS, so nothing was sent: switch SSL on in the RDS console (Data"
              + " Security, SSL), or, in a network that is trusted, connect without"
              + " (RDS_RESTORE_DATABASE_TLS=DISABLE; by hand --tls DISABLE); a worker knows by"
              + " itself that SSL is off only with the permission rds:DescribeDBInstanceSSL");
    }
    if (has(trouble, CertificateExpiredException.class)) {
      return Optional.of(
          "the server's certificate has expired: renew it in the RDS console (Data Security, SSL)");
    }
    if (has(trouble, CertPathBuilderException.class)
        || has(trouble, CertPathValidatorException.class)
        || lower.contains("self-signed")) {
      return Optional.of(
          "the server's certificate is not of an authority that is trusted here, so nothing was"
              + " sent: name the CA file of RDS, PEM, from its console (RDS_RESTORE_DATABASE_CA; by"
              + " hand --ca FILE)");
    }
    if (lower.contains("alternative") || lower.contains("hostname")) {
      return Optional.of(
          "the server's certificate is for another host, so nothing was sent: connect to the"
              + " address that SSL protects, or check the authority only"
              + " (RDS_RESTORE_DATABASE_TLS=VERIFY_CA; by hand --tls VERIFY_CA)");
    }
    return has(trouble, SSLException.class) || lower.contains("ssl") || lower.contains("tls")
        ? Optional.of(
            "no protected connection comes about (RDS_RESTORE_DATABASE_TLS and"
                + " RDS_RESTORE_DATABASE_CA; by hand --tls and --ca): "
                + said)
        : Optional.empty();
  }

  private static boolean has(Throwable trouble, Class<?> type) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
