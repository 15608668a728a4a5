package io.rdsrestore.demo.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.rds.model.v20140815.CreateAccountRequest;
import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * I7: no credential is anywhere but with the cloud and the databases. Two whole restores of a real
 * worker process on a real Temporal server with real databases, with bad days: a service that
 * repeats in its refusal all that it was sent, a refused purchase, a precheck that cannot connect,
 * a wrong password.
 */
class I7CanariesTest {
  private static final String KEY_ID = "canary-key-id";
  private static final String ACCOUNT = "canary_app";

  /** The SDK signs a temporary token as part of the URL: docs/secrets.md says so. */
  private static final String DECLARED = "STS token in URLs";

  private final Random random = new Random();
  private final Canaries canaries = new Canaries();
  private final Map<String, byte[]> channels = new LinkedHashMap<>();

  @TempDir private Path folder;

  @Test
  void I7_noCanaryIsAnywhere() throws Exception {
    String keySecret = canary("access key secret");
    String token = canary("STS token");
    String accountKey = canary("account key");
    String right = canary("password by file:");
    String wrong = canary("password by env:");
    Path file = Files.writeString(folder.resolve("password"), right + "\n");
    String hookToken = canary("token in a webhook's address");
    String hookSecret = canary("secret of a webhook");
    Sandbox sandbox =
        Sandbox.builder()
            .accessKey(KEY_ID, keySecret)
            .dataPlane(MariaDbDataPlane.create(folder.resolve("databases")))
            .build()
            .start();
    try (ChildWorld world = new ChildWorld(sandbox, folder, RestoreJson.dataConverter())) {
      world.startWorker(
          Map.of(
              "ALIBABA_CLOUD_ACCESS_KEY_ID", KEY_ID,
              "ALIBABA_CLOUD_ACCESS_KEY_SECRET", keySecret,
              "ALIBABA_CLOUD_SECURITY_TOKEN", token,
              "RDS_RESTORE_ACCOUNT_KEY", accountKey,
              "CANARY_PASSWORD", wrong,
              "RDS_RESTORE_NOTIFY", notifyFile().toString(),
              // Nobody listens there: every message fails, and is told of.
              "HOOK_URL", "http://127.0.0.1:1/hook/" + hookToken,
              "HOOK_SECRET", hookSecret));
      managed(world);
      keep(world, "managed");
      derived(world, accountKey);
      createAccount(sandbox, keySecret, right);
      existing(world, file);
      keep(world, "existing");
      channel("worker log", world.worker().log());
      channel("metrics", world.worker().page("/metrics"));
      channel("readyz", world.worker().page("/readyz"));
      channel("URLs", world.proxy().urls());
      channel("command lines", commandLines());

      List<String> hits =
          canaries.find(channels).stream().filter(hit -> !hit.startsWith(DECLARED)).toList();
      System.out.printf(
          "canaries: %d secrets, %d bytes scanned, %d hits%n",
          canaries.secrets().size(),
          channels.values().stream().mapToLong(bytes -> bytes.length).sum(),
          hits.size());
      assertThat(hits).isEmpty();
      assertThat(world.worker().log()).contains("ops was not told of ");
      assertThat(world.proxy().repeated()).contains("CreateAccount", "ConfigureDtsJob");
      everyChannelIsLookedAt();
    }
  }

  private Path notifyFile() throws IOException {
    return Files.writeString(
        folder.resolve("notify.json"),
        """
        {"channels": {"ops": {"kind": "webhook", "url": "env:HOOK_URL", "secret": "env:HOOK_SECRET"}},
         "routes": {"info": ["ops"], "waiting": ["ops"]}}
        """);
  }

  /** With an account that the restore makes itself, and everything that can be refused refused. */
  private void managed(ChildWorld world) {
    List.of("DescribeDBInstanceAttribute", "CreateAccount", "ConfigureDtsJob", "ModifySecurityIps")
        .forEach(world.proxy()::repeat);
    world.sandbox().faults().add(FaultRule.error("CloneDBInstance", "InsufficientBalance", 400, 1));
    world.sandbox().faults().add(FaultRule.precheck("CHECK_CONN_DEST", 2));
    world.start(request(Map.of()));
    RestoreStatus end =
        world.toEnd(gate -> Map.of("action", "retry", "gate", gate.gate(), "actor", "ana"));
    assertThat(end.phase()).as(end.doing()).isEqualTo(RestorePhase.COMPLETED);
  }

  /** The passwords of managed accounts are canaries, too. */
  private void derived(ChildWorld world, String accountKey) {
    Logins logins =
        new Logins(
            new AccountKey(accountKey.getBytes(StandardCharsets.UTF_8)),
            reference -> {
              throw new AssertionError(reference);
            });
    String restoreId = world.status().restoreId();
    Stream.concat(
            Stream.of(Sandbox.SAMPLE_PRIMARY),
            world.sandbox().ledger().stream()
                .filter(entry -> entry.kind().equals("clone"))
                .map(entry -> entry.id()))
        .forEach(
            instance ->
                canaries.add(
                    "managed password on " + instance,
                    logins.managed(restoreId, instance).password()));
  }

  /** With accounts that exist: one password is wrong. Whatever is asked then, it is stopped. */
  private static void existing(ChildWorld world, Path file) {
    world.start(
        request(
            Map.of(
                "accounts",
                Map.of(
                    "mode",
                    "existing",
                    "source",
                    Map.of("userName", ACCOUNT, "passwordRef", "env:CANARY_PASSWORD"),
                    "target",
                    Map.of("userName", ACCOUNT, "passwordRef", "file:" + file)))));
    RestoreStatus end =
        world.toEnd(
            gate ->
                gate.gate().equals("failure-1")
                    ? Map.of("action", "retry", "gate", gate.gate(), "actor", "ana")
                    : Map.of("action", "abort", "gate", gate.gate(), "actor", "ana"));
    assertThat(end.phase().isEnd()).isTrue();
  }

  private static void createAccount(Sandbox sandbox, String keySecret, String password) {
    CreateAccountRequest create = new CreateAccountRequest();
    create.setDBInstanceId(Sandbox.SAMPLE_PRIMARY);
    create.setAccountName(ACCOUNT);
    create.setAccountPassword(password);
    new CloudClient(
            new StaticCredentialsProvider(new BasicCredentials(KEY_ID, keySecret)),
            CloudEndpoint.parse(sandbox.endpoint()))
        .write(Sandbox.REGION, create);
  }

  private static Map<String, Object> request(Map<String, Object> more) {
    Map<String, Object> request =
        new HashMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                Sandbox.SAMPLE_PRIMARY,
                "restoreTo",
                Map.of(
                    "time",
                    Instant.now().minusSeconds(240).truncatedTo(ChronoUnit.SECONDS).toString()),
                "objects",
                List.of(Map.of("database", "shop", "tables", List.of("orders"))),
                "target",
                "sideBySide",
                "approval",
                "notRequired",
                "termsAccepted",
                true,
                "requestedBy",
                "ana",
                "reason",
                "canaries"));
    request.putAll(more);
    return request;
  }

  private void keep(ChildWorld world, String which) {
    WorkflowExecutionHistory history = world.client().fetchHistory(ChildWorld.workflowId());
    channel("history of " + which, history.toJson(false));
    channels.put("events of " + which, history.getHistory().toByteArray());
    channel("status of " + which, RestoreJson.write(world.status()));
    for (String command : List.of("status", "report")) {
      channel(command + " of " + which, world.run(command, Sandbox.SAMPLE_PRIMARY));
      channel(
          command + " --json of " + which, world.run(command, Sandbox.SAMPLE_PRIMARY, "--json"));
    }
  }

  private void channel(String name, String text) {
    channels.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever runs on this machine, ours among it. */
  private static String commandLines() {
    List<String> lines = new ArrayList<>();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      for (ProcessHandle process : all.toList()) {
        lines.add(commandLine(process.pid()));
      }
    }
    assertThat(lines)
        .anyMatch(
            line -> line.contains("io.rdsrestore.worker.RdsRestore") && line.contains("worker"));
    return String.join("\n", lines);
  }

  /** Whole, which {@link ProcessHandle.Info} does not give for a long class path. */
  private static String commandLine(long pid) {
    try {
      return Files.readString(
              Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  /** The test could fail: a canary in any channel would have been found. */
  private void everyChannelIsLookedAt() {
    assertThat(channels).hasSizeGreaterThan(15);
    for (String name : channels.keySet()) {
      for (String secret : canaries.secrets().values()) {
        Map<String, byte[]> planted = new HashMap<>(channels);
        String text = new String(channels.get(name), StandardCharsets.ISO_8859_1);
        planted.put(name, (text + secret + text).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(canaries.find(Map.of(name, planted.get(name)))).as(name).isNotEmpty();
      }
    }
    assertThat(channels).allSatisfy((name, bytes) -> assertThat(bytes).as(name).isNotEmpty());
  }

  private String canary(String name) {
    String secret = "Canary%016x+=!1a".formatted(random.nextLong());
    canaries.add(name, secret);
    return secret;
  }
}
