package io.rdsrestore.activities.database;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The authorities whose certificates count, as the driver takes them. It is always given some:
 * without any it lets a server that says to be a MariaDB show whatever certificate it likes, and
 * log in all the same, to prove itself by the password.
 */
final class TrustedAuthorities {
  private static final Supplier<String> OF_JVM = Suppliers.memoize(TrustedAuthorities::ofJvm);

  private TrustedAuthorities() {}

  /**
   * For the driver's option {@code serverSslCert}: a file, or certificates.
   *
   * @param ca what is configured; null for the authorities that this JVM trusts
   */
  static String of(Path ca) {
    return ca == null ? OF_JVM.get() : ca.toString();
  }

  private static String ofJvm() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Stream.of(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
          .map(TrustedAuthorities::pem)
          .collect(Collectors.joining());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM does not tell which authorities it trusts", e);
    }
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
          .formatted(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an authority that this JVM trusts has no certificate", e);
    }
  }
}
