package io.rdsrestore.workflows.plan;

/** Names under which a worker tells settings of SQL Server ({@code ServerSettings.globals}). */
public final class SqlServerSettings {
  /** Chosen databases with transparent data encryption, separated by commas. */
  public static final String ENCRYPTED = "encrypted";

  /** Chosen databases whose recovery model is not FULL, as {@code shop (SIMPLE)}. */
  public static final String NOT_FULL = "recoveryModelNotFull";

  private SqlServerSettings() {}
}
