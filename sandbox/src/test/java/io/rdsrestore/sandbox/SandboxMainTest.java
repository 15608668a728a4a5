package io.rdsrestore.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.Variant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command as its own process. */
@Timeout(60)
class SandboxMainTest {

  @Test
  void printsOneLineWhenReadyAndStopsWhenTold() throws IOException, InterruptedException {
    Process process =
        run("--port=0", "--access-key-id=a", "--access-key-secret=b", "--control-plane-only");
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      JsonNode ready = new ObjectMapper().readTree(out.readLine());
      assertThat(ready.get("instance").asText()).isEqualTo("rm-primary01");
      assertThat(ready.get("region").asText()).isEqualTo("cn-hangzhou");
      assertThat(ready.get("mysql").isNull()).isTrue();
      URI ledger = URI.create(ready.get("endpoint").asText() + "/sandbox/ledger");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(ledger).build(), BodyHandlers.ofString())
                  .body())
          .isEqualTo("[]");
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void faultsAndVariantsAreThereFromTheStart(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path faults = folder.resolve("faults.json");
    Files.writeString(
        faults, "[{\"action\": \"CloneDBInstance\", \"effect\": \"reset\", \"times\": 2}]");
    Process process =
        run(
            "--port=0",
            "--access-key-id=a",
            "--access-key-secret=b",
            "--control-plane-only",
            "--faults=" + faults,
            "--fault-seed=7",
            "--fault-rate=0.1",
            "--variant=restsInPreCheckPass=true",
            "--variant",
            "wrongStatus=IncorrectDBInstanceState:500");
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      JsonNode ready = new ObjectMapper().readTree(out.readLine());
      assertThat(ready.get("faultSeed").asLong()).isEqualTo(7);
      String endpoint = ready.get("endpoint").asText();
      assertThat(get(endpoint + "/sandbox/faults").get(0).get("times").asInt()).isEqualTo(2);
      JsonNode variants = get(endpoint + "/sandbox/variants");
      assertThat(variants.get("restsInPreCheckPass").asBoolean()).isTrue();
      assertThat(variants.get("wrongStatus").asText()).isEqualTo("IncorrectDBInstanceState:500");
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--variant=secondPurchase=twice, it is refused or ignored or made",
    "--variant=twice=true, there is no variant twice",
    "--fault-rate=3, a rate is from 0 to 1",
    "--faults=/no/such/file, cannot read"
  })
  void whatMakesNoSenseIsWrongUsage(String flag, String why)
      throws IOException, InterruptedException {
    Process process =
        run("--port=0", "--access-key-id=a", "--access-key-secret=b", "--control-plane-only", flag);
    try {
      String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(error).contains(why);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theHelpNamesEveryEffectAndVariant() {
    String help = new CommandLine(new SandboxMain(program -> null)).getUsageMessage();
    for (FaultRule.Effect effect : FaultRule.Effect.values()) {
      assertThat(help).contains(effect.name());
    }
    for (Variant variant : Variant.values()) {
      assertThat(help).contains(variant + "=" + variant.usual());
    }
  }

  private static JsonNode get(String url) throws IOException, InterruptedException {
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body());
  }

  @Test
  void wrongUsageIsExplained() throws IOException, InterruptedException {
    Process process = run("--port=0");
    try {
      String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(error).contains("--access-key-id").contains("Example:");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SandboxMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
