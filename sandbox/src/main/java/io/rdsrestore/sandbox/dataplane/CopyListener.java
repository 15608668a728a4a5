package io.rdsrestore.sandbox.dataplane;

/** How a running copy talks to the job it belongs to. */
public interface CopyListener {

  /** Structure objects created so far, of all. */
  void structure(long done, long total);

  /** Rows read and written so far, of all. */
  void rows(long done, long total);

  /** How fast rows may be copied; asked again and again, since it may change. */
  default CopyLimit limit() {
    return CopyLimit.NONE;
  }

  /** Where a suspended copy goes on; the copy moves it forward. Asked once. */
  default CopyPosition position() {
    return new CopyPosition();
  }

  /** True once the job has been suspended, stopped or deleted. */
  boolean shouldStop();
}
