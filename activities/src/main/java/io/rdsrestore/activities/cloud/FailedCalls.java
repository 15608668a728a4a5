package io.rdsrestore.activities.cloud;

/**
 * Is told of each call to the cloud that failed, also of those that are expected to: an instance
 * that is looked for and not there is one. Called by the thread of the call, so it neither blocks
 * nor throws.
 */
@FunctionalInterface
public interface FailedCalls {
  /** Nobody counts. */
  FailedCalls UNCOUNTED = call -> {};

  /** A call has failed. */
  void failed(FailedCall call);
}
