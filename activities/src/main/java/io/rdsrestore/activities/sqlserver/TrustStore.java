package io.rdsrestore.activities.sqlserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A certificate authority in the only form that the driver reads it from. */
record TrustStore(Path file, String password) {
  static final String TYPE = "PKCS12";

  /** One a file of a certificate authority, as long as the process runs. */
  private static final Map<Path, TrustStore> MADE = new ConcurrentHashMap<>();

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * From a PEM file.
   *
   * @throws UncheckedIOException if it cannot be read, or holds no certificate
   */
  static TrustStore of(Path pem) {
    return MADE.computeIfAbsent(pem.toAbsolutePath(), TrustStore::make);
  }

  private static TrustStore make(Path pem) {
    String password = Long.toString(RANDOM.nextLong(), 36);
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      int number = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority" + number++, authority);
      }
      Path file = Files.createTempFile("rds-restore-ca", ".p12");
      file.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
      return new TrustStore(file, password);
    } catch (GeneralSecurityException e) {
      throw new UncheckedIOException(new IOException(pem + " holds no certificate", e));
    } catch (IOException e) {
      throw new UncheckedIOException(pem + " cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "TrustStore[" + file + "]";
  }
}
