package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.demo.scenario.Receiver;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import io.rdsrestore.workflows.status.RestoreReport;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A whole restore on a real server: one receiver hangs, the other is told all the same. */
class NotificationsOnRealTemporalTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  @Test
  void aRestoreEndsWhileAReceiverHangsAndTheLastWordOutlivesIt() throws IOException {
    Path temporal = RealTemporal.binary();
    try (Receiver hangs = new Receiver(Receiver.Mood.HANGS);
        Receiver well = new Receiver(Receiver.Mood.WELL);
        World world = new World(sandbox(), DevServer.start(temporal), settings(hangs, well))) {
      WorkflowStub restore = RestoreStubs.startSmall(world.client());
      Waiting.until("the notice of the gate", LONG, () -> well.kinds().contains("gate"));
      restore.update(
          RestoreContract.DECIDE,
          Object.class,
          Map.of("action", "approve", "gate", "approval-1", "actor", "ana"));

      RestoreReport report = restore.getResult(RestoreReport.class);

      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      assertThat(restore.getExecution().getRunId()).isNotEmpty();
      assertThat(well.messages().get(0).path("link").asText())
          .isEqualTo(
              "http://127.0.0.1:8233/namespaces/default/workflows/restore%2Frm-primary01/"
                  + restore.getExecution().getRunId()
                  + "/history");
      Waiting.until("the last word", LONG, () -> well.kinds().contains("end"));
      WorkflowStub lastWord =
          world
              .client()
              .newUntypedWorkflowStub(
                  RestoreContract.notifyWorkflowId(report.restoreId() + "/end"));
      assertThat(lastWord.describe().getStatus())
          .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
      assertThat(well.kinds()).containsExactly("gate", "end");

      hangs.now(Receiver.Mood.WELL);
      Waiting.until("the last word comes through", LONG, () -> hangs.kinds().contains("end"));
      assertThat(hangs.kinds()).as("a gate that is behind us is moot").doesNotContain("gate");
    }
  }

  private static NotifySettings settings(Receiver hangs, Receiver well) throws IOException {
    List<String> both = List.of("hangs", "well");
    return new NotifySettings(
        Map.of("hangs", channel("hangs", hangs.url()), "well", channel("well", well.url())),
        new NotifyRoutes(Map.of(Severity.INFO, both, Severity.WAITING, both), List.of()),
        null,
        Duration.ofHours(2),
        URI.create("http://127.0.0.1:8233"));
  }

  private static Channel channel(String name, String url) throws IOException {
    Path file = Files.writeString(folder.resolve(name), url);
    return new Channel(name, ChannelKind.WEBHOOK, "file:" + file, "file:" + file, List.of());
  }

  private static Sandbox sandbox() {
    return SmallSandbox.withDatabases(folder.resolve("databases"), Duration.ofSeconds(2));
  }
}
