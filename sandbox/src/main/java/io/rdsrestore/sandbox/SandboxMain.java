package io.rdsrestore.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.dataplane.DatabaseProgram;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code sandbox}: starts a sandbox and prints one JSON line when it is ready. */
@Command(
    name = "rds-restore sandbox",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    usageHelpWidth = 100,
    description = {
      "Starts a local Alibaba Cloud (RDS and DTS) on loopback, with the primary rm-primary01 in"
          + " cn-hangzhou. When it is ready it prints one line of JSON on standard output;"
          + " everything else goes to standard error. Stop it with Ctrl-C or SIGTERM."
    },
    footer = {
      "",
      "Example:",
      "  sandbox --port 8600 --access-key-id test --access-key-secret secret",
      "  curl http://127.0.0.1:8600/sandbox/ledger",
      "",
      "Faults: GET, POST or DELETE /sandbox/faults; the same JSON is what --faults reads:",
      "  [{\"action\": \"CloneDBInstance\", \"when\": \"afterCommit\", \"effect\": \"reset\"},",
      "   {\"action\": \"DescribeDtsJobs\", \"effect\": \"error\", \"code\": \"Throttling.User\","
          + " \"times\": 2}]",
      "  when: before (nothing was done; default) or afterCommit. times: 1 if not given.",
      "  error (code, http), successFalse (code), reset, noAnswer (ms), html502, delay (ms),",
      "  trickle (ms: the answer byte by byte); hide (ms: what the action makes is absent),",
      "  flap (what the action makes or shows has the state code, or is NotFound, at one look).",
      "  DtsPrecheck: the item code fails. DtsCopy: error (code), serverDown (ms), lockWait (ms),",
      "  deadlock, diskFull, in the middle of the next copy.",
      "Variants, what the documents leave open: GET, POST {\"name\": \"value\"} or DELETE"
          + " /sandbox/variants, at any time. The first value is the default:",
      SandboxMain.VARIANTS,
      "More primaries, of any engine: --primary rm-mssql01=SQLServer:2016_std_ha",
      "Disk, lock, load, replicas: GET /sandbox/instances/rm-primary01, or POST"
          + " {\"diskUsedBytes\": 1, \"lockMode\": \"LockByDiskQuota\", \"cpuPercent\": 99} to it;"
          + " \"ssl\": true, \"readWriteSplitting\": true for what RDS says of it.",
      "A DTS job of somebody else: POST {\"id\": \"j1\", \"type\": \"SYNC\", \"name\": \"x\","
          + " \"sourceId\": \"rm-primary01\", \"status\": \"Synchronizing\"} to /sandbox/jobs."
    })
public final class SandboxMain implements Callable<Integer> {
  /** Where the variants are to be listed in the help. */
  static final String VARIANTS = "(variants)";

  private static final SandboxTimings DEFAULTS = SandboxTimings.demo();

  private final Function<DatabaseProgram, DataPlane> databases;

  private CommandSpec command;

  @Option(names = "--port", defaultValue = "8600", description = "Port; 0 takes a free one.")
  private int port;

  @Option(names = "--access-key-id", required = true, description = "The only key let in.")
  private String accessKeyId;

  @Option(names = "--access-key-secret", required = true, description = "Its secret.")
  private String accessKeySecret;

  @Option(names = "--control-plane-only", description = "No databases behind the instances.")
  private boolean controlPlaneOnly;

  @Mixin private DatabaseOptions server;

  @Mixin private PrimaryOptions primaries;

  @Mixin private FaultOptions faults;

  @Option(names = "--clone-time", description = "Least time a clone takes (ISO 8601).")
  private Duration cloneTime = DEFAULTS.cloneCreation();

  @Option(names = "--precheck-time", description = "Least time a precheck takes.")
  private Duration precheckTime = DEFAULTS.precheck();

  @Option(names = "--copy-time", description = "Least time a copy takes.")
  private Duration copyTime = DEFAULTS.copy();

  @Option(names = "--account-time", description = "Until an account is available.")
  private Duration accountTime = DEFAULTS.accountCreation();

  @Option(names = "--grant-time", description = "Until a privilege is shown.")
  private Duration grantTime = DEFAULTS.grant();

  @Option(names = "--recovery-lag", description = "How far the recovery window is behind.")
  private Duration recoveryLag = DEFAULTS.recoveryLag();

  /**
   * The command.
   *
   * @param databases starts the data plane on a server, unless there is to be none
   */
  public SandboxMain(Function<DatabaseProgram, DataPlane> databases) {
    this.databases = databases;
  }

  /** Lists the variants in the help, where the place for them is. */
  @Spec
  void setCommand(CommandSpec spec) {
    command = spec;
    spec.usageMessage()
        .footer(
            Arrays.stream(spec.usageMessage().footer())
                .flatMap(
                    line ->
                        line.equals(VARIANTS)
                            ? Variant.lines().stream().map(variant -> "  " + variant)
                            : Stream.of(line))
                .toArray(String[]::new));
  }

  @Override
  public Integer call() throws InterruptedException {
    SandboxBuilder builder =
        Sandbox.builder()
            .port(port)
            .accessKey(accessKeyId, accessKeySecret)
            .timings(
                new SandboxTimings(
                    cloneTime, precheckTime, copyTime, accountTime, grantTime, recoveryLag));
    faults.apply(builder, command.commandLine());
    primaries.apply(builder, command.commandLine(), Instant.now());
    if (!controlPlaneOnly) {
      builder.dataPlane(databases.apply(server.program(command.commandLine())));
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Sandbox sandbox = builder.build();
    // The JVM waits for its hooks, so the servers are down before it is.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  sandbox.close();
                  stopped.countDown();
                },
                "sandbox-stop"));
    sandbox.start();
    PrintWriter out = command.commandLine().getOut();
    out.println(readyLine(sandbox));
    out.flush();
    stopped.await();
    return 0;
  }

  private String readyLine(Sandbox sandbox) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("endpoint", sandbox.endpoint());
    line.put("instance", Sandbox.SAMPLE_PRIMARY);
    line.put("region", Sandbox.REGION);
    if (!primaries.ids().isEmpty()) {
      line.put("primaries", primaries.ids());
    }
    sandbox.faults().random().ifPresent(chance -> line.put("faultSeed", chance.seed()));
    line.put("mysql", controlPlaneOnly ? null : mysql(sandbox));
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ready line is not JSON", e);
    }
  }

  private static Map<String, Object> mysql(Sandbox sandbox) {
    OwnerLogin login = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
    Map<String, Object> mysql = new LinkedHashMap<>();
    mysql.put("host", login.host());
    mysql.put("port", login.port());
    mysql.put("user", login.user());
    mysql.put("password", login.password());
    return mysql;
  }

  private static Path workDir() {
    try {
      return Files.createTempDirectory("rds-restore-sandbox");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the databases", e);
    }
  }

  public static void main(String[] args) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "io/rdsrestore/sandbox/logback-sandbox.xml");
    }
    Function<DatabaseProgram, DataPlane> databases =
        program -> MariaDbDataPlane.create(workDir(), program);
    System.exit(new CommandLine(new SandboxMain(databases)).execute(args));
  }
}
