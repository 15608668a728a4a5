package io.rdsrestore.activities.rds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.9.9.9/8, 10.1.0.0/16, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "100.104.0.0/25, 100.104.0.128, false",
    "255.255.255.255, 255.255.255.255/32, true"
  })
  void contains(String whole, String part, boolean expected) {
    assertThat(
            AddressRange.parse(whole)
                .orElseThrow()
                .contains(AddressRange.parse(part).orElseThrow()))
        .isEqualTo(expected);
  }

  @Test
  void whatIsNoAddressIsNone() {
    for (String text : new String[] {"", "10.0.0", "10.0.0.256", "10.0.0.1/33", "::1", "shop"}) {
      assertThat(AddressRange.parse(text)).as(text).isEmpty();
    }
  }
}
