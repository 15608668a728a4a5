package io.rdsrestore.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where Temporal is not reached. */
class ConnectTroubleTest {

  @ParameterizedTest
  @CsvSource({
    "http://temporal:7233,        without http://, temporal:7233",
    "https://temporal:7233/x,     without http://, temporal:7233",
    "temporal,                    with its port, temporal:7233",
    "127.0.0.1:70000,             with a port from 1 to 65535, 127.0.0.1:7233",
    "temporal:,                   with a port from 1 to 65535, temporal:7233",
    "temporal:port,               with a port from 1 to 65535, temporal:7233",
  })
  void whatIsNoAddressIsRefusedWithOneThatIs(String address, String how, String example) {
    assertThatThrownBy(() -> ConnectTrouble.check(address))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(address + " is no address of a Temporal server")
        .hasMessageContaining(how + ", like " + example + " (--address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:7233", "ops.a1b2c.tmprl.cloud:7233", "[::1]:7233", "dns:///temporal:1"})
  void whatMayBeOneIsTried(String address) {
    assertThatCode(() -> ConnectTrouble.check(address)).doesNotThrowAnyException();
  }

  @Test
  void certificatesAreNamedAsTheReason() {
    assertThat(
            told(
                new SSLHandshakeException("General problem"),
                new CertificateExpiredException("NotAfter: Fri Jan 01 2021")))
        .contains("(a certificate has expired, NotAfter: Fri Jan 01 2021)", "TEMPORAL_TLS_*");
    assertThat(told(new IOException("io"), new SSLException("not an SSL/TLS record: 0000")))
        .contains("(the server does not speak it)")
        .doesNotContain("0000");
    assertThat(told(new IOException("io"), new IOException("refused")))
        .startsWith("No Temporal server answers at temporal:7233 within 8 s");
  }

  @Test
  void aFileOfTheSettingsThatIsMissingIsNamed() {
    UserError error =
        ConnectTrouble.ofSettings(
            new RuntimeException("SSL", new NoSuchFileException("/run/client.pem")));
    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(error)
        .hasMessageEndingWith("could not be read: the file /run/client.pem is not there.");
  }

  private static String told(Exception outer, Exception inner) {
    outer.initCause(inner);
    return ConnectTrouble.ofServer(
            "temporal:7233", Duration.ofSeconds(8), new IllegalStateException("x", outer))
        .getMessage();
  }
}
