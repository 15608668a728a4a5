package io.rdsrestore.sandbox.http;

import java.util.Locale;
import java.util.Optional;

/** The two products behind the one port, told apart by {@code Version}. */
public enum Product {
  RDS("2014-08-15"),
  DTS("2020-01-01");

  private final String version;

  Product(String version) {
    this.version = version;
  }

  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Product> ofVersion(String version) {
    for (Product product : values()) {
      if (product.version.equals(version)) {
        return Optional.of(product);
      }
    }
    return Optional.empty();
  }
}
