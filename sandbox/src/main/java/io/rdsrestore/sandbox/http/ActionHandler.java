package io.rdsrestore.sandbox.http;

import java.util.Map;

/** Answers one action, or throws an {@link ApiException}. */
@FunctionalInterface
public interface ActionHandler {
  /** The answer's fields without {@code RequestId}. */
  Map<String, Object> handle(ApiCall call);
}
