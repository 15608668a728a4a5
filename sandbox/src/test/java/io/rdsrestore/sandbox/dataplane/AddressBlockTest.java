package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressBlockTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "127.0.8.0/24, 127.0.8.10, true",
    "127.0.8.0/24, 127.0.9.10, false",
    "127.0.8.77/24, 127.0.8.10, true",
    "0.0.0.0/0, 200.1.2.3, true",
    "0.0.0.0, 200.1.2.3, false",
    "200.0.0.0/5, 207.255.255.255, true",
    "200.0.0.0/5, 208.0.0.0, false",
  })
  void containsTheAddressesOfItsNetwork(String block, String address, boolean inside)
      throws UnknownHostException {
    assertThat(AddressBlock.parse(block).contains(InetAddress.getAllByName(address)[0]))
        .isEqualTo(inside);
  }

  @Test
  void noIpVersionSix() throws UnknownHostException {
    assertThat(AddressBlock.parse("0.0.0.0/0").contains(InetAddress.getAllByName("::1")[0]))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "1.2.3", "1.2.3.256", "1.2.3.4/33", "1.2.3.4/", "%"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(DataPlaneException.class);
  }
}
