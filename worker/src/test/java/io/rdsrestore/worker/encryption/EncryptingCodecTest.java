package io.rdsrestore.worker.encryption;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.rdsrestore.worker.UserError;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptingCodecTest {
  private static final String OLD = "k1 " + "0a".repeat(32);
  private static final String NEW = "k2 " + "0b".repeat(32);
  private static final Map<String, String> MESSAGE = Map.of("instanceId", "rm-primary01");

  @TempDir private Path folder;

  @Test
  void hidesAndShows() {
    DataConverter converter = PayloadConverters.of(keys(OLD));
    Payload payload = converter.toPayload(MESSAGE).orElseThrow();
    assertThat(new String(payload.toByteArray(), ISO_8859_1))
        .contains("binary/encrypted", "k1")
        .doesNotContain("rm-primary01")
        .doesNotContain("instanceId");
    assertThat(read(converter, payload)).isEqualTo(MESSAGE);
  }

  @Test
  void theSameMessageNeverLooksTheSame() {
    DataConverter converter = PayloadConverters.of(keys(OLD));
    assertThat(converter.toPayload(MESSAGE)).isNotEqualTo(converter.toPayload(MESSAGE));
  }

  @Test
  void afterARotationOldAndNewAreRead() {
    Payload before = PayloadConverters.of(keys(OLD)).toPayload(MESSAGE).orElseThrow();
    DataConverter rotated = PayloadConverters.of(keys(NEW, OLD));
    Payload after = rotated.toPayload(MESSAGE).orElseThrow();
    assertThat(after.getMetadataOrThrow("encryption-key-id").toStringUtf8()).isEqualTo("k2");
    assertThat(read(rotated, before)).isEqualTo(MESSAGE);
    assertThat(read(rotated, after)).isEqualTo(MESSAGE);
  }

  @Test
  void whatWasWrittenInTheClearStaysReadable() {
    Payload plain = PayloadConverters.of(PayloadKeys.none()).toPayload(MESSAGE).orElseThrow();
    assertThat(plain.getData().toStringUtf8()).contains("rm-primary01");
    assertThat(read(PayloadConverters.of(keys(OLD)), plain)).isEqualTo(MESSAGE);
  }

  @Test
  void saysWhichKeyIsMissing() {
    Payload payload = PayloadConverters.of(keys(NEW)).toPayload(MESSAGE).orElseThrow();
    for (PayloadKeys keys : List.of(PayloadKeys.none(), keys(OLD))) {
      assertThatThrownBy(() -> read(PayloadConverters.of(keys), payload))
          .isInstanceOf(PayloadKeyMissing.class)
          .hasMessageContaining("payload key k2")
          .hasMessageContaining("RDS_RESTORE_PAYLOAD_KEYS=file:PATH");
    }
  }

  @Test
  void noticesWhatWasChangedAndAnotherKeyOfTheSameId() {
    Payload payload = PayloadConverters.of(keys(OLD)).toPayload(MESSAGE).orElseThrow();
    byte[] bytes = payload.getData().toByteArray();
    bytes[bytes.length - 1] ^= 1;
    Payload changed = payload.toBuilder().setData(ByteString.copyFrom(bytes)).build();
    Payload cut = payload.toBuilder().setData(ByteString.copyFromUtf8("short")).build();
    for (Payload bad : List.of(changed, cut)) {
      assertThatThrownBy(() -> read(PayloadConverters.of(keys(OLD)), bad))
          .isInstanceOf(PayloadCodecException.class);
    }
    assertThatThrownBy(() -> read(PayloadConverters.of(keys("k1 " + "0c".repeat(32))), payload))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("k1");
  }

  @Test
  void textsAndStackTracesOfFailuresAreHidden() {
    DataConverter converter = PayloadConverters.of(keys(OLD));
    Failure failure =
        converter.exceptionToFailure(
            ApplicationFailure.newFailure("rm-primary01 is locked", "LOCKED", "rm-primary01"));
    assertThat(new String(failure.toByteArray(), ISO_8859_1))
        .doesNotContain("rm-primary01")
        .doesNotContain("EncryptingCodecTest");
    assertThat(((TemporalFailure) converter.failureToException(failure)).getOriginalMessage())
        .isEqualTo("rm-primary01 is locked");
  }

  @Test
  void readsKeysFromAFileAndShowsNone() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), "# newest first\n\n" + NEW + "\n" + OLD);
    PayloadKeys keys = PayloadKeys.load("file:" + file);
    assertThat(keys).hasToString("payload keys [k2, k1]");
    assertThat(keys.first().orElseThrow()).hasToString("payload key k2");
    assertThat(PayloadKeys.load(" ").isEmpty()).isTrue();
  }

  @Test
  void saysWhatIsWrongWithTheKeysAndShowsNone() {
    String secret = "0d".repeat(31);
    assertThatThrownBy(() -> PayloadKeys.load("k1 " + secret))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("file:PATH")
        .hasMessageNotContaining(secret);
    assertThatThrownBy(() -> PayloadKeys.load("file:" + folder.resolve("none")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> keys("k1 " + secret))
        .hasMessageContaining("line 1")
        .hasMessageNotContaining(secret);
    assertThatThrownBy(() -> keys(OLD, OLD)).hasMessageContaining("line 2");
    assertThatThrownBy(() -> keys("# none")).hasMessageContaining("no key");
  }

  private static PayloadKeys keys(String... lines) {
    return PayloadKeys.parse(List.of(lines), "the test");
  }

  private static Object read(DataConverter converter, Payload payload) {
    return converter.fromPayload(payload, Map.class, Map.class);
  }
}
