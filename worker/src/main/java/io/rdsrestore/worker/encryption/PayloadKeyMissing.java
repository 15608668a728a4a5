package io.rdsrestore.worker.encryption;

import io.temporal.payload.codec.PayloadCodecException;

/** A payload that none of our keys opens. */
public final class PayloadKeyMissing extends PayloadCodecException {
  private static final long serialVersionUID = 1L;

  PayloadKeyMissing(String message) {
    super(message);
  }

  static PayloadKeyMissing of(String keyId) {
    return new PayloadKeyMissing(
        "This is encrypted with the payload key %s, which is not here: set %s=file:PATH to the file that the workers use."
            .formatted(keyId, PayloadKeys.VARIABLE));
  }
}
