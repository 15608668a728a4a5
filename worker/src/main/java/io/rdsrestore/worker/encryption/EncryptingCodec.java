package io.rdsrestore.worker.encryption;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Payloads under AES-GCM with a fresh nonce each. The id of the key stands beside, in the clear but
 * authenticated. What is not encrypted is let pass when read, so that old histories stay readable.
 */
public final class EncryptingCodec implements PayloadCodec {
  static final String ENCODING = "encoding";
  static final String ENCRYPTED = "binary/encrypted";
  static final String KEY_ID = "encryption-key-id";

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final PayloadKeys keys;
  private final SecureRandom random = new SecureRandom();

  public EncryptingCodec(PayloadKeys keys) {
    this.keys = keys;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return keys.first()
        .map(key -> payloads.stream().map(payload -> encrypt(payload, key)).toList())
        .orElse(payloads);
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decode).toList();
  }

  private Payload encrypt(Payload payload, PayloadKey key) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] hidden = run(Cipher.ENCRYPT_MODE, key, nonce, payload.toByteArray());
    return Payload.newBuilder()
        .putMetadata(ENCODING, ByteString.copyFromUtf8(ENCRYPTED))
        .putMetadata("encryption-cipher", ByteString.copyFromUtf8(CIPHER))
        .putMetadata(KEY_ID, ByteString.copyFromUtf8(key.id()))
        .setData(ByteString.copyFrom(nonce).concat(ByteString.copyFrom(hidden)))
        .build();
  }

  private Payload decode(Payload payload) {
    if (!metadata(payload, ENCODING).equals(ENCRYPTED)) {
      return payload;
    }
    String id = metadata(payload, KEY_ID);
    PayloadKey key = keys.find(id).orElseThrow(() -> PayloadKeyMissing.of(id));
    ByteBuffer data = payload.getData().asReadOnlyByteBuffer();
    if (data.remaining() < NONCE_BYTES) {
      throw new PayloadCodecException("An encrypted payload is cut short.");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    data.get(nonce);
    byte[] hidden = new byte[data.remaining()];
    data.get(hidden);
    try {
      return Payload.parseFrom(run(Cipher.DECRYPT_MODE, key, nonce, hidden));
    } catch (InvalidProtocolBufferException e) {
      throw new PayloadCodecException("A decrypted payload is none.", e);
    }
  }

  private static byte[] run(int mode, PayloadKey key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(key.id().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new PayloadCodecException(
          "A payload does not open with the payload key %s: it is another key of that id, or the payload was changed."
              .formatted(key.id()),
          e);
    }
  }

  private static String metadata(Payload payload, String name) {
    return payload.getMetadataOrDefault(name, ByteString.EMPTY).toStringUtf8();
  }
}
