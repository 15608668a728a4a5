package io.rdsrestore.sandbox.dataplane;

/** A database did not do what the control plane asked for. */
public final class DataPlaneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataPlaneException(String message) {
    super(message);
  }

  public DataPlaneException(String message, Throwable cause) {
    super(message, cause);
  }
}
