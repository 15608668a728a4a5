package io.rdsrestore.worker.encryption;

import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import java.util.List;

/** Our JSON, encrypted where there are keys. */
public final class PayloadConverters {
  private PayloadConverters() {}

  /**
   * For workers and clients. Without keys it writes what {@link RestoreJson#dataConverter} does,
   * and says what is missing when it is to read something encrypted. With keys the texts and stack
   * traces of failures are encrypted, too.
   */
  public static DataConverter of(PayloadKeys keys) {
    return new CodecDataConverter(
        RestoreJson.dataConverter(), List.of(new EncryptingCodec(keys)), !keys.isEmpty());
  }
}
