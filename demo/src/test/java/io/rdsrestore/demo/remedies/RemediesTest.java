package io.rdsrestore.demo.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.RestoreStubs;
import io.rdsrestore.demo.World;
import io.rdsrestore.demo.temporal.TemporalServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.PrecheckPrediction;
import io.rdsrestore.workflows.plan.PrecheckPredictions;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * For every precheck item that can fail here: its gate names the cause, and what it prints mends
 * it. Real servers, real SDK calls; one precheck after the other fails, each only on what is broken
 * next, so that what was broken before is seen to be mended.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemediesTest {
  /**
   * An account with a password of the old format gets in nowhere; one without rights sees no table.
   */
  private static final Map<String, String> ALONG_WITH =
      Map.of(
          "CHECK_MYSQL_PASSOWRD_FORMAT", "CHECK_CONN_SRC", "CHECK_AUTH_SRC", "CHECK_SCHEMA_EXIST");

  private Scene scene;

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
    Sandbox sandbox =
        Sandbox.builder()
            .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
            .timings(
                new SandboxTimings(
                    Duration.ofSeconds(3),
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofSeconds(1)))
            .variants(
                SandboxVariants.defaults()
                    .with(Variant.incrementalItemsInFullMigration, true)
                    .with(Variant.definersNeedSuper, true))
            .dataPlane(MariaDbDataPlane.create(folder))
            .build()
            .start();
    scene = new Scene(new World(sandbox, TemporalServer.start()));
  }

  @AfterAll
  void stop() {
    if (scene != null) {
      scene.world().close();
    }
  }

  @Test
  void whatTheGatePrintsMendsEachItemOfTables() {
    List<Trouble> troubles = TableTroubles.all();
    start(TableTroubles.chosen("orders", "settings", "shipments"), Map.of());

    play(troubles);

    assertRestored();
  }

  @Test
  void aViewOfAnotherDefinerIsPassedOverAsTheGateSays() {
    start(new DatabaseSelection("shop", "shop_whole", null), Map.of());

    play(
        List.of(
            new Trouble(
                "CHECK_SUPER_AUTH_DEST",
                there -> {},
                "may not name these definers",
                Trouble.skip("skip the item"))));

    assertRestored();
  }

  @Test
  void rowsThatAreThereAreMovedAwayAsTheGateSays() {
    scene
        .primary()
        .run("CREATE DATABASE rows_only", "CREATE TABLE rows_only.orders LIKE shop.orders");
    start(
        new DatabaseSelection("shop", "rows_only", TableTroubles.chosen("orders").tables()),
        Map.of("migrate", List.of("data")));

    play(
        List.of(
            new Trouble(
                "CHECK_DEST_TABLE_EMPTY",
                there ->
                    there
                        .primary()
                        .run("INSERT INTO rows_only.orders SELECT * FROM shop.orders LIMIT 3"),
                "rows_only.orders",
                (there, gate, item) -> {
                  Trouble.doWhatItSays(
                          "make it anew first",
                          scene -> {
                            item.commands().stream()
                                .filter(command -> command.contains("RENAME TABLE"))
                                .forEach(scene.engineer()::paste);
                            scene.primary().run("CREATE TABLE rows_only.orders LIKE shop.orders");
                          })
                      .apply(there, gate, item);
                })));

    assertRestored();
  }

  @Test
  void everyItemThatThePlanSpeaksOfIsTriedHere() {
    Set<String> tried = new TreeSet<>(Set.of("CHECK_SUPER_AUTH_DEST", "CHECK_DEST_TABLE_EMPTY"));
    TableTroubles.all().forEach(trouble -> tried.add(trouble.item()));

    assertThat(tried)
        .containsAll(
            PrecheckPredictions.all().stream()
                .map(PrecheckPrediction::item)
                .collect(Collectors.toSet()));
  }

  private void start(DatabaseSelection objects, Map<String, Object> more) {
    Map<String, Object> request =
        new TreeMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                Scene.PRIMARY,
                "restoreTo",
                Map.of("time", aWhileAgo().toString()),
                "objects",
                List.of(objects),
                "autoRepair",
                "none",
                "approval",
                "notRequired",
                "termsAccepted",
                true,
                "requestedBy",
                "ana",
                "reason",
                "a drill"));
    request.putAll(more);
    RestoreStubs.of(scene.world().client(), Scene.PRIMARY).start(request);
  }

  /** Some minutes of sample history end a minute before the sandbox starts. */
  private static Instant aWhileAgo() {
    return Instant.now().minusSeconds(240).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * The first trouble happens while the clone is made, each other before the precheck runs again.
   */
  private void play(List<Trouble> troubles) {
    scene.await("clone", status -> status.phase() == RestorePhase.CLONING);
    troubles.get(0).happens().accept(scene);
    for (int i = 0; i < troubles.size(); i++) {
      Trouble trouble = troubles.get(i);
      Gate gate = scene.awaitGate("precheck-" + (i + 1));
      assertThat(gate.items())
          .as(gate.gate())
          .extracting(GateItem::name)
          .contains(trouble.item())
          .allMatch(name -> name.equals(trouble.item()) || isAlongWith(trouble, name));
      GateItem item =
          gate.items().stream()
              .filter(each -> each.name().equals(trouble.item()))
              .findFirst()
              .orElseThrow();
      assertThat(item.message()).as(gate.gate()).contains(trouble.cause());
      if (i + 1 < troubles.size()) {
        troubles.get(i + 1).happens().accept(scene);
      }
      trouble.mend().apply(scene, gate, item);
    }
  }

  private static boolean isAlongWith(Trouble trouble, String item) {
    return item.equals(ALONG_WITH.get(trouble.item()));
  }

  private void assertRestored() {
    scene.await(
        "end",
        status -> {
          assertThat(status.waitingFor()).isNull();
          return status.phase().isEnd();
        });
    RestoreReport report = WorkflowStub.fromTyped(scene.restore()).getResult(RestoreReport.class);
    assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
    assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
    assertThat(report.left()).isEmpty();
  }
}
