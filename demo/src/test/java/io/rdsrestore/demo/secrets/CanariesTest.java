package io.rdsrestore.demo.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanariesTest {
  private static final String SECRET = "Canary+of/the:test=1";

  @Test
  void findsEverySpelling() {
    Canaries canaries = new Canaries().add("password", SECRET);
    Canaries.spellings(SECRET)
        .forEach(
            (how, spelling) ->
                assertThat(canaries.find(channel("before " + spelling + " after")))
                    .as(how)
                    .isNotEmpty());
    assertThat(Canaries.spellings(SECRET)).hasSize(7);
    for (String before : new String[] {"", "x", "xy", "xyz"}) {
      String hidden =
          Base64.getEncoder()
              .encodeToString((before + SECRET + "!").getBytes(StandardCharsets.UTF_8));
      assertThat(canaries.find(channel(hidden))).as(before).hasSize(1);
    }
    assertThat(canaries.find(channel("nothing"))).isEmpty();
  }

  private static Map<String, byte[]> channel(String text) {
    return Map.of("log", text.getBytes(StandardCharsets.UTF_8));
  }
}
