package io.rdsrestore.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.sun.net.httpserver.HttpServer;
import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import io.rdsrestore.workflows.restore.NotifyImpl;
import io.rdsrestore.workflows.restore.SweepLookImpl;
import io.rdsrestore.workflows.sweep.Owners;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The hourly look tells people what it alerts of: the same once a day. */
class SweepNoticeTest {
  private static final int MOST_LOOKS = 200;
  private static final StaticCredentialsProvider CREDENTIALS =
      new StaticCredentialsProvider(new BasicCredentials("sandbox", "sandbox-secret"));

  private final List<String> messages = new CopyOnWriteArrayList<>();

  @Test
  void theSameAlertIsToldOnce() throws IOException {
    HttpServer receiver = receiver();
    try (Sandbox sandbox =
            Sandbox.builder()
                .samplePrimary(false)
                .primary(PrimarySpec.mysql("rm-primary01").build())
                .build()
                .start();
        Metrics metrics = new Metrics();
        TestWorkflowEnvironment temporal = SweepLooks.temporal(metrics)) {
      start(temporal, sandbox, receiver);
      assertThat(SweepLooks.look(temporal, List.of(Sandbox.REGION)).isAlert()).isFalse();
      assertThat(SweepLooks.look(temporal, List.of(Sandbox.REGION, "cn-mars")).isAlert()).isTrue();
      await(() -> messages.size() == 1);
      assertThat(SweepLooks.look(temporal, List.of(Sandbox.REGION, "cn-mars")).isAlert()).isTrue();
      await(
          () ->
              metrics
                  .scrape()
                  .lines()
                  .anyMatch(
                      line ->
                          line.startsWith("rds_restore_notices_sent_total{")
                              && line.contains("channel=\"ops\"")
                              && line.endsWith(" 1.0")));
      assertThat(messages).singleElement().asString().contains("\"kind\":\"orphans\"", "cn-mars");
    } finally {
      receiver.stop(0);
    }
  }

  private HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          messages.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void start(
      TestWorkflowEnvironment temporal, Sandbox sandbox, HttpServer receiver) {
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    Channel ops = new Channel("ops", ChannelKind.WEBHOOK, "env:URL", "env:URL", List.of());
    ActivitySettings settings =
        ActivitySettings.defaults(
                new AccountKey(new byte[AccountKey.MIN_BYTES]), new LocalSecrets(name -> url))
            .at(CloudEndpoint.parse(sandbox.endpoint()))
            .telling(
                new NotifySettings(
                    Map.of("ops", ops),
                    new NotifyRoutes(Map.of(Severity.WAITING, List.of("ops")), List.of()),
                    null,
                    null,
                    null));
    ActivityImplementations activities =
        ActivityImplementations.create(settings, CREDENTIALS, Clock.systemUTC());
    OwnerActivities nobody = query -> new Owners(Map.of(), Set.of(), Map.of(), null, "default");
    Worker worker = temporal.newWorker(SweepLooks.QUEUE);
    worker.registerWorkflowImplementationTypes(SweepLookImpl.class, NotifyImpl.class);
    worker.registerActivitiesImplementations(activities.rds(), activities.dts(), nobody);
    temporal
        .newWorker(RestoreContract.NOTIFY_TASK_QUEUE)
        .registerActivitiesImplementations(activities.notifications());
    temporal.start();
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < MOST_LOOKS && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
