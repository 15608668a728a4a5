package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.dataplane.RealMySql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's scenario on MySQL itself, also where it is set up otherwise than usual. */
class DemoOnRealMySqlTest {
  private static final List<String> GTID =
      List.of("--gtid-mode=ON", "--enforce-gtid-consistency", "--log-slave-updates");
  private static final List<String> LOWER_CASE = List.of("--lower-case-table-names=1");
  private static final List<String> INDIA = List.of("--default-time-zone=+05:30");

  /**
   * A server and its options.
   *
   * @param series empty for the server that comes along
   */
  private record Server(String series, List<String> options) {
    List<String> arguments() {
      List<String> arguments = new ArrayList<>(List.of("--json"));
      if (!series.isEmpty()) {
        Optional<Path> folder = RealMySql.folder(series);
        Assumptions.assumeTrue(folder.isPresent(), "no MySQL " + series + ", see .ci/mysqld");
        arguments.add("--mysqld=" + folder.orElseThrow());
      }
      options.forEach(option -> arguments.add("--mysqld-option=" + option));
      return arguments;
    }
  }

  static Stream<Server> servers() {
    Stream<Server> always =
        Stream.of(
            new Server("5.5", List.of()),
            new Server("5.6", List.of()),
            new Server("5.6", all(List.of(GTID, LOWER_CASE, INDIA))),
            new Server("5.7", List.of()),
            new Server("8.0", List.of()));
    Stream<Server> atNight =
        Stream.of(
            new Server("5.6", GTID),
            new Server("5.6", LOWER_CASE),
            new Server("5.6", INDIA),
            new Server("5.5", all(List.of(LOWER_CASE, INDIA))),
            new Server("5.7", all(List.of(GTID, LOWER_CASE, INDIA))),
            new Server("8.0", all(List.of(GTID, INDIA))),
            new Server("", all(List.of(LOWER_CASE, INDIA))));
    return Boolean.getBoolean("rds-restore.nightly") ? Stream.concat(always, atNight) : always;
  }

  private static List<String> all(List<List<String>> options) {
    return options.stream().flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theTableComesBackAndNothingIsLeft(Server server) throws Exception {
    JsonNode result = DemoRun.of(server.arguments()).result();
    assertThat(result.path("result").asText()).isEqualTo("passed");
    assertThat(result.path("failures")).isEmpty();
    assertThat(result.path("decisions")).hasSize(2);
    assertThat(result.path("verification").path("verdict").asText()).isEqualTo("equal");
    assertThat(result.path("ledger").path("clonesLeft").asInt()).isZero();
    assertThat(result.path("ledger").path("accountsLeft").asInt()).isZero();
  }
}
