package io.rdsrestore.activities.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEndpointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8600",
        "http://127.9.9.9:1/",
        "http://localhost:1",
        "http://[::1]:1"
      })
  void takesPlainHttpToThisMachine(String url) {
    assertThat(CloudEndpoint.parse(url).secure()).isFalse();
  }

  @Test
  void takesHttpsAnywhere() {
    assertThat(CloudEndpoint.parse("https://cloud.example:8443"))
        .isEqualTo(new CloudEndpoint("cloud.example:8443", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cloud.example:80",
        "http://127.0.0.1.example:80",
        "http://10.0.0.1",
        "127.0.0.1:8600",
        "ftp://127.0.0.1",
        "https://user:pw@cloud.example",
        "https://cloud.example/path",
        "https://"
      })
  void refusesTheRest(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> CloudEndpoint.parse(url));
  }
}
