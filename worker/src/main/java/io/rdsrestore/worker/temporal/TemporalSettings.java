package io.rdsrestore.worker.temporal;

/**
 * What overrides {@code temporal.toml} and {@code TEMPORAL_*}.
 *
 * @param address host and port of the server's front end; null: as configured
 * @param namespace null: as configured
 */
public record TemporalSettings(String address, String namespace) {
  public static TemporalSettings asConfigured() {
    return new TemporalSettings(null, null);
  }
}
