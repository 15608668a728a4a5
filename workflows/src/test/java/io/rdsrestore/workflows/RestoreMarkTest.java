package io.rdsrestore.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestoreMarkTest {
  private static final Instant EXPIRES = Instant.parse("2026-11-29T16:00:00.5Z");

  @Test
  void aCloneDescriptionTellsWhoseItIsAndUntilWhen() {
    String description = RestoreMark.cloneDescription("abcdefgh23", "rm-primary01", 1, EXPIRES);

    assertThat(description)
        .isEqualTo(
            "rds-restore clone of rm-primary01 for rr-abcdefgh23 #1 until 2026-11-29T16:00:00Z");
    assertThat(RestoreMark.restoreIdIn(description)).contains("abcdefgh23");
    assertThat(RestoreMark.primaryIn(description)).contains("rm-primary01");
    assertThat(RestoreMark.expiryIn(description)).contains("2026-11-29T16:00:00Z");
    assertThat(RestoreMark.isMarked(description, "abcdefgh23")).isTrue();
  }

  @Test
  void aJobNameKeepsThePersonsWordsAndCarriesTheMark() {
    String name = RestoreMark.jobName("save the orders", "abcdefgh23", EXPIRES);

    assertThat(name).isEqualTo("save the orders rr-abcdefgh23 until 2026-11-29T16:00:00Z");
    assertThat(RestoreMark.isMarked(name, "abcdefgh23")).isTrue();
    assertThat(RestoreMark.isMarked(name, "abcdefgh24")).isFalse();
  }

  @Test
  void I3_lookAlikesAreNotOurs() {
    assertThat(RestoreMark.restoreIdIn("xrr-abcdefgh23")).isEmpty();
    assertThat(RestoreMark.restoreIdIn("rr-abcdefgh23x")).isEmpty();
    assertThat(RestoreMark.restoreIdIn("rr-abcdefgh2")).isEmpty();
    assertThat(RestoreMark.restoreIdIn("rr-ABCDEFGH23")).isEmpty();
    assertThat(RestoreMark.restoreIdIn("my-rr-abcdefgh23")).isEmpty();
  }

  @Test
  void anAccountNameFitsTheOldestServer() {
    assertThat(RestoreMark.accountName("abcdefgh23")).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void aJobIsTheSameWhateverExpiryItsNameHolds() {
    Instant expires = Instant.parse("2026-12-01T00:00:00Z");
    String before = RestoreMark.jobName("orders #2", "abcdefghij", expires);
    String afterReset = RestoreMark.jobName("orders #2", "abcdefghij", expires.plusSeconds(60));
    assertThat(RestoreMark.withoutExpiry(before)).isEqualTo(RestoreMark.withoutExpiry(afterReset));
    assertThat(RestoreMark.withoutExpiry(before)).isEqualTo("orders #2 rr-abcdefghij");
  }
}
