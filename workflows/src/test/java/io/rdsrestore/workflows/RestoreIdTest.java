package io.rdsrestore.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestoreIdTest {
  @Test
  void itIsShortStableAndDifferentForEachFirstRun() {
    String id = RestoreId.of("0190c5b2-0000-7000-8000-000000000001");

    assertThat(id).matches("[a-z2-7]{10}");
    assertThat(RestoreId.of("0190c5b2-0000-7000-8000-000000000001")).isEqualTo(id);
    assertThat(RestoreId.of("0190c5b2-0000-7000-8000-000000000002")).isNotEqualTo(id);
  }
}
