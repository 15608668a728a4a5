package io.rdsrestore.activities;

/** How the worker's connections to the databases are protected (the driver's sslMode). */
public enum DatabaseTls {
  /** In the clear: for a server that has no TLS, in a network that is trusted. */
  DISABLE("disable"),
  /** Encrypted, with whatever certificate the server shows. */
  TRUST("trust"),
  /** Encrypted, with a certificate of an authority that this JVM trusts, for this host. */
  VERIFY_FULL("verify-full");

  private final String sslMode;

  DatabaseTls(String sslMode) {
    this.sslMode = sslMode;
  }

  /** The driver's option. */
  public String sslMode() {
    return sslMode;
  }
}
