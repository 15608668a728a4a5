package io.rdsrestore.demo.load;

import com.google.protobuf.ByteString;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import java.util.Map;

/**
 * One message of a storm.
 *
 * @param tag tells it apart; stands in the comment of what can be read. Doubles share theirs
 * @param signal the signal it goes as, where it does not go as an update
 * @param json what is sent; need not be JSON
 * @param fate what must become of it
 */
record Word(String tag, String signal, String json, Fate fate) {

  /** What must become of a message. */
  enum Fate {
    /** It acts, once however often it is sent. */
    ACTS_ONCE,
    /** It is kept for its gate, each time it is sent. */
    KEPT,
    /** It can be read, and is ignored with a reason. */
    IGNORED,
    /** It cannot be read, and is ignored with a reason. */
    UNREADABLE,
    /** It depends on when it arrives. */
    ANY
  }

  static Word of(String tag, String signal, Map<String, Object> decision, Fate fate) {
    return new Word(tag, signal, RestoreJson.write(decision), fate);
  }

  /** As it goes over the wire, with Temporal's mark of JSON on it whatever it is. */
  RawValue raw() {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build());
  }
}
