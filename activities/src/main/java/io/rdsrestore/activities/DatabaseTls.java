package io.rdsrestore.activities;

/** How the worker's connections to the databases are protected. */
public enum DatabaseTls {
  /**
   * Encrypted with a checked certificate, as {@link #VERIFY_CA}, unless RDS says that the instance
   * has SSL switched off: then in the clear, and the plan says so. What the server itself says does
   * not count, since whoever sits in between could take that out.
   */
  AUTO(null),
  /** In the clear: for a server that has no TLS, in a network that is trusted. */
  DISABLE("disable"),
  /** Encrypted, with whatever certificate the server shows: whoever sits in between can read. */
  TRUST("trust"),
  /** Encrypted, with a certificate of a trusted authority; a server without TLS is refused. */
  VERIFY_CA("verify-ca"),
  /** Likewise, with a certificate for this host. */
  VERIFY_FULL("verify-full");

  private final String sslMode;

  DatabaseTls(String sslMode) {
    this.sslMode = sslMode;
  }

  /**
   * How a server is spoken to; never {@link #AUTO}.
   *
   * @param ssl whether the server has SSL, as RDS says; null: not known, which protects as if it
   *     had
   */
  public DatabaseTls of(Boolean ssl) {
    if (this != AUTO) {
      return this;
    }
    return Boolean.FALSE.equals(ssl) ? DISABLE : VERIFY_CA;
  }

  /**
   * The sslMode of MariaDB's driver.
   *
   * @param ssl as above
   */
  public String sslMode(Boolean ssl) {
    return of(ssl).sslMode;
  }
}
