package io.rdsrestore.activities.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageScrubberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The url is https://dts.aliyuncs.com/?DestinationEndpointPassword=hunter2&x=1",
        "DestinationEndpointPassword=hunter2&Action=x",
        "AccountPassword: hunter2",
        "Signature=hunter2",
        "SecurityToken = hunter2",
        "access denied (hunter2)",
        "server string to sign is:POST&%2F&a%3Dhunter2"
      })
  void hidesSecrets(String message) {
    assertThat(MessageScrubber.scrub(message, List.of("hunter2"))).doesNotContain("hunter2");
  }

  @Test
  void keepsWhatPeopleNeed() {
    assertThat(MessageScrubber.scrub("Table \"a\"\n  already   exists", List.of()))
        .isEqualTo("Table \"a\" already exists");
  }

  @Test
  void isBounded() {
    assertThat(MessageScrubber.scrub("x".repeat(10_000), List.of()))
        .hasSize(MessageScrubber.MAX_LENGTH);
    assertThat(MessageScrubber.scrub(null, List.of())).isEmpty();
  }
}
