package io.rdsrestore.workflows.request;

/** Reads {@code migration}. */
final class CopyRateReader {
  private static final long FEWEST_ROWS = 1;
  private static final long FEWEST_BYTES = 1024;

  /** More than any instance copies; a longer number is a slip. */
  private static final long MOST = 1L << 40;

  private CopyRateReader() {}

  static CopyRate read(JsonField field) {
    if (!field.isObject()) {
      return CopyRate.unlimited();
    }
    field.knows("maxRowsPerSecond", "maxBytesPerSecond");
    return new CopyRate(
        field.child("maxRowsPerSecond").wholeNumber(FEWEST_ROWS, MOST).orElse(null),
        field.child("maxBytesPerSecond").wholeNumber(FEWEST_BYTES, MOST).orElse(null));
  }
}
