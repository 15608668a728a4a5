package io.rdsrestore.demo.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.demo.World;
import io.rdsrestore.demo.temporal.TemporalServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.PrecheckPrediction;
import io.rdsrestore.workflows.plan.PrecheckPredictions;
import io.rdsrestore.workflows.request.DatabaseSelection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * {@code ./rds-restore plan} says beforehand what a precheck would say: for each item that it
 * claims to predict a trouble is made on a real primary, and the row it names changes.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PredictionTest {
  private static final String ACCOUNT = "planner";
  private static final String PASSWORD = "Planner-Passw0rd";
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "alibabacloud.accessKeyId", World.ACCESS_KEY_ID,
          "alibabacloud.accessKeyIdSecret", World.ACCESS_KEY_SECRET,
          "alibabacloud.accessKeySecret", World.ACCESS_KEY_SECRET);

  private Path folder;
  private Scene scene;

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.NEVER) Path temporary) throws IOException {
    folder = temporary;
    Sandbox sandbox =
        Sandbox.builder()
            .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
            .timings(SandboxTimings.instant())
            .dataPlane(MariaDbDataPlane.create(Files.createDirectory(folder.resolve("servers"))))
            .build()
            .start();
    scene = new Scene(new World(sandbox, TemporalServer.start()));
    CREDENTIALS.forEach(System::setProperty);
    Files.writeString(folder.resolve("password"), PASSWORD);
    scene.rds(
        "ModifySecurityIps",
        Scene.PRIMARY,
        "--DBInstanceIPArrayName tools --ModifyMode Append --SecurityIps " + World.WORKER_ADDRESS);
    scene
        .primary()
        .run(
            "CREATE DATABASE rows_only",
            "CREATE TABLE rows_only.orders LIKE shop.orders",
            "CREATE DATABASE " + TableTroubles.TARGET);
    makeAccount(scene);
  }

  @AfterAll
  void stop() {
    CREDENTIALS.keySet().forEach(System::clearProperty);
    if (scene != null) {
      scene.world().close();
    }
  }

  static Stream<Prediction> predictions() {
    return Stream.of(
        Prediction.of(
            "CHECK_CONN_DEST",
            "account",
            scene -> scene.rds("DeleteAccount", Scene.PRIMARY, "--AccountName " + ACCOUNT),
            PredictionTest::makeAccount),
        Prediction.of(
            "CHECK_AUTH_DEST",
            "account.rights",
            scene -> grant(scene, "ReadOnly"),
            scene -> grant(scene, "ReadWrite")),
        Prediction.of(
            "CHECK_AUTH_SRC",
            "account.rights",
            scene -> grant(scene, "DDLOnly"),
            scene -> grant(scene, "ReadWrite")),
        Prediction.of(
            "CHECK_ENGINE",
            "sql.engines",
            scene ->
                scene
                    .primary()
                    .run(
                        "RENAME TABLE shop.settings TO shop.settings_kept",
                        "CREATE TABLE shop.settings (name VARCHAR(64) NOT NULL, KEY (name))"
                            + " ENGINE=MRG_MyISAM"),
            scene ->
                scene
                    .primary()
                    .run(
                        "DROP TABLE shop.settings",
                        "RENAME TABLE shop.settings_kept TO shop.settings")),
        Prediction.of(
            "CHECK_SAME_OBJ",
            "names.conflict",
            scene ->
                scene
                    .primary()
                    .run("CREATE TABLE " + TableTroubles.TARGET + ".orders (id INT PRIMARY KEY)"),
            scene -> scene.primary().run("DROP TABLE " + TableTroubles.TARGET + ".orders")),
        Prediction.of(
            "CHECK_SQL_MODE",
            "sql.mode",
            scene -> scene.primary().run("SET GLOBAL sql_mode='STRICT_TRANS_TABLES,ANSI_QUOTES'"),
            scene -> scene.primary().run("SET GLOBAL sql_mode='STRICT_TRANS_TABLES'")),
        Prediction.of(
            "CHECK_MASTER_DB_STATUS",
            "instance.lock",
            scene ->
                scene.world().sandbox().condition(Scene.PRIMARY).setLock("ManualLock", "a drill"),
            scene -> scene.world().sandbox().condition(Scene.PRIMARY).setLock("Unlock", "")),
        Prediction.of(
            "CHECK_FOREIGN_KEY",
            "sql.foreignKeys",
            scene ->
                scene
                    .primary()
                    .run(
                        "SET foreign_key_checks = 0",
                        "ALTER TABLE shop.shipments ADD CONSTRAINT paid"
                            + " FOREIGN KEY (order_id) REFERENCES shop.payments (id)"),
            scene -> scene.primary().run("ALTER TABLE shop.shipments DROP FOREIGN KEY paid")),
        new Prediction(
            "CHECK_SCHEMA_EXIST",
            "charset",
            new DatabaseSelection(
                "shop", "somewhere_else", TableTroubles.chosen("orders").tables()),
            Map.of(),
            scene -> scene.primary().run("ALTER DATABASE shop CHARACTER SET koi8r"),
            scene -> scene.primary().run("ALTER DATABASE shop CHARACTER SET utf8mb4")),
        new Prediction(
            "CHECK_DEST_TABLE_EMPTY",
            "sql.targetRows",
            new DatabaseSelection("shop", "rows_only", TableTroubles.chosen("orders").tables()),
            Map.of("target", "original", "migrate", List.of("data")),
            scene ->
                scene
                    .primary()
                    .run("INSERT INTO rows_only.orders SELECT * FROM shop.orders LIMIT 3"),
            scene -> scene.primary().run("DELETE FROM rows_only.orders")));
  }

  @ParameterizedTest
  @MethodSource("predictions")
  void thePlanSaysBeforehandWhatThePrecheckWouldSay(Prediction prediction) {
    assertThat(claims(prediction.item())).contains(prediction.row());
    String calm = statusOf(prediction);

    prediction.happens().accept(scene);
    String warned = statusOf(prediction);
    prediction.undone().accept(scene);

    assertThat(calm).isIn(word(CheckStatus.OK), word(CheckStatus.WARNING));
    assertThat(warned)
        .isIn(word(CheckStatus.WARNING), word(CheckStatus.BLOCKER))
        .isNotEqualTo(calm);
    assertThat(statusOf(prediction)).isEqualTo(calm);
  }

  @Test
  void everyItemIsPredictedHereOrSaysWhyItCannotBe() {
    List<String> tried = predictions().map(Prediction::item).toList();

    assertThat(PrecheckPredictions.all())
        // An engine that is not supported is refused: see EngineTest and PlannerTest.
        .filteredOn(each -> !each.checks().equals(List.of("engine")))
        .allSatisfy(
            each ->
                assertThat(
                        each.checks().isEmpty() ? each.why() != null : tried.contains(each.item()))
                    .as(each.item())
                    .isTrue());
  }

  private static List<String> claims(String item) {
    return PrecheckPredictions.all().stream()
        .filter(each -> each.item().equals(item))
        .map(PrecheckPrediction::checks)
        .findFirst()
        .orElseThrow();
  }

  private static String word(CheckStatus status) {
    return RestoreJson.mapper().convertValue(status, String.class);
  }

  /** What the plan says in the row of a prediction. */
  private String statusOf(Prediction prediction) {
    Map<String, Object> request =
        new TreeMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                Scene.PRIMARY,
                "restoreTo",
                Map.of(
                    "time",
                    Instant.now().minusSeconds(200).truncatedTo(ChronoUnit.SECONDS).toString()),
                "objects",
                List.of(prediction.objects()),
                "accounts",
                Map.of(
                    "mode",
                    "existing",
                    "userName",
                    ACCOUNT,
                    "passwordRef",
                    "file:" + folder.resolve("password")),
                "requestedBy",
                "ana",
                "reason",
                "a drill"));
    request.putAll(prediction.more());
    JsonNode plan = plan(request);
    for (JsonNode check : plan.path("checks")) {
      if (check.path("id").asText().equals(prediction.row())) {
        return check.path("status").asText();
      }
    }
    throw new AssertionError("no row " + prediction.row() + ": " + plan.path("checks"));
  }

  private JsonNode plan(Map<String, Object> request) {
    StringWriter out = new StringWriter();
    CommandLine line = RdsRestore.commandLine().setOut(new PrintWriter(out));
    try {
      Path file = folder.resolve("restore.json");
      Files.writeString(file, RestoreJson.write(request));
      int code =
          line.execute(
              "plan",
              "-f",
              file.toString(),
              "--json",
              "--cloud-endpoint",
              scene.world().sandbox().endpoint());
      assertThat(code).as(out.toString()).isIn(0, 1);
      return RestoreJson.mapper().readTree(out.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + out, e);
    } catch (IOException e) {
      throw new AssertionError("cannot write the request", e);
    }
  }

  private static void makeAccount(Scene scene) {
    scene.rds(
        "CreateAccount",
        Scene.PRIMARY,
        "--AccountName %s --AccountPassword %s --AccountType Normal".formatted(ACCOUNT, PASSWORD));
    grant(scene, "ReadWrite");
  }

  private static void grant(Scene scene, String privilege) {
    for (String database : List.of("shop", "rows_only", TableTroubles.TARGET)) {
      scene.rds(
          "GrantAccountPrivilege",
          Scene.PRIMARY,
          "--AccountName %s --DBName %s --AccountPrivilege %s"
              .formatted(ACCOUNT, database, privilege));
    }
  }
}
