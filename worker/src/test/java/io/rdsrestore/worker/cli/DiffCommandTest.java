package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} of a restore that has ended and of two databases, on a real server. */
class DiffCommandTest {
  private static final String INSTANCE = "rm-primary01";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Has restored a database beside, and a table of another, which nobody has any more. */
  @WorkflowInterface
  public interface Restored {
    @WorkflowMethod(name = RestoreContract.WORKFLOW_TYPE)
    RestoreReport restore();
  }

  /** At once. */
  public static final class RestoredAtOnce implements Restored {
    @Override
    public RestoreReport restore() {
      return new RestoreReport(
          "abcdefghij",
          INSTANCE,
          RestorePhase.COMPLETED,
          Outcome.BESIDE,
          "done",
          null,
          null,
          null,
          null,
          null,
          List.of(
              new ObjectTarget("now", "now_restored", null),
              new ObjectTarget("crm", "crm", List.of(new TableSelection("people", "people_old")))),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  @Test
  void comparesWhatARestoreHasPutBesideAndTwoDatabases(@TempDir Path work) throws Exception {
    try (Sandbox sandbox =
        Sandbox.builder()
            .dataPlane(MariaDbDataPlane.create(Files.createDirectory(work.resolve("data"))))
            .timings(SandboxTimings.instant())
            .build()
            .start()) {
      OwnerLogin owner = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
      Path password = Files.writeString(work.resolve("password"), owner.password());
      fill(owner);
      String server = owner.host() + ":" + owner.port();
      String[] login = {"--user", owner.user(), "--password-ref", "file:" + password};

      ofARestore(server, login);

      String[] databases = {
        "diff", "--restored", server + "/now_restored", "--current", server + "/now"
      };
      assertThat(run(databases, login, "--json")).isEqualTo(ExitCode.FAILED);
      JsonNode json = RestoreJson.mapper().readTree(out.toString());
      assertThat(json.at("/verdict").asText()).isEqualTo("different");
      assertThat(json.at("/tables/0/table/onlyRestored").asLong()).isEqualTo(1);
      assertThat(json.at("/tables/1/table/onlyCurrent").asLong()).as("a new table").isEqualTo(1);

      assertThat(run(databases, login, "--tables", "t", "--format", "csv", "--values"))
          .isEqualTo(ExitCode.FAILED);
      assertThat(out.toString().lines())
          .containsExactly(
              "table,kind,key,column,restored,current",
              "now_restored.t,changed,2,v,\"\",",
              "now_restored.t,onlyRestored,3,,,");
      assertThat(
              run(
                  new String[] {
                    "diff", "--restored", server + "/now", "--current", server + "/now"
                  },
                  login))
          .isEqualTo(ExitCode.DONE);
      assertThat(
              run(
                  new String[] {"diff", "--restored", server + "/no", "--current", server + "/now"},
                  login,
                  "--tables",
                  "absent"))
          .isEqualTo(ExitCode.FAILED);
      assertThat(out.toString()).contains("not compared").contains("in neither database");
    }
  }

  private void ofARestore(String server, String[] login) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String temporal = "127.0.0.1:" + port;
    TestServer.PortBoundTestServer temporalServer = TestServer.createPortBoundServer(port);
    try {
      WorkflowServiceStubs stubs =
          WorkflowServiceStubs.newServiceStubs(
              WorkflowServiceStubsOptions.newBuilder().setTarget(temporal).build());
      WorkflowClient client =
          WorkflowClient.newInstance(
              stubs,
              WorkflowClientOptions.newBuilder()
                  .setDataConverter(RestoreJson.dataConverter())
                  .build());
      WorkerFactory factory = WorkerFactory.newInstance(client);
      factory
          .newWorker(RestoreContract.TASK_QUEUE)
          .registerWorkflowImplementationTypes(RestoredAtOnce.class);
      factory.start();
      WorkflowStub restore =
          client.newUntypedWorkflowStub(
              RestoreContract.WORKFLOW_TYPE,
              WorkflowOptions.newBuilder()
                  .setTaskQueue(RestoreContract.TASK_QUEUE)
                  .setWorkflowId(RestoreContract.workflowId(INSTANCE))
                  .build());
      restore.start();
      restore.getResult(RestoreReport.class);
      String[] diff = {"diff", INSTANCE, "--address", temporal, "--primary", server, "--values"};
      assertThat(run(diff, login)).as(err.toString()).isEqualTo(ExitCode.FAILED);
      assertThat(out.toString().lines())
          .containsExactly(
              "now_restored.t and now.t: 1 only restored, 0 only current, 1 changed (3 rows and 2"
                  + " rows).",
              "  changed        id = '2'",
              "      v: restored '', current NULL",
              "  only restored  id = '3'",
              "crm.people_old and crm.people: 1 only restored, 0 only current, 0 changed (1 rows"
                  + " and 0 rows). crm.people is not there: all rows are only in the restored"
                  + " table.",
              "  only restored  id = '7'");
      run(new String[] {"report", INSTANCE, "--address", temporal}, new String[0]);
      assertThat(out.toString()).contains("./rds-restore diff abcdefghij --primary HOST:PORT");
      factory.shutdownNow();
      stubs.shutdownNow();
    } finally {
      temporalServer.close();
    }
  }

  private static void fill(OwnerLogin owner) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:mariadb://%s:%d/?sslMode=disable".formatted(owner.host(), owner.port()),
                owner.user(),
                owner.password());
        Statement sql = connection.createStatement()) {
      for (String statement :
          List.of(
              "CREATE DATABASE now",
              "CREATE DATABASE now_restored",
              "CREATE DATABASE crm",
              "CREATE TABLE now_restored.t (id INT NOT NULL PRIMARY KEY, v VARCHAR(9))",
              "INSERT INTO now_restored.t VALUES (1, 'a'), (2, ''), (3, 'c')",
              "CREATE TABLE now.t (id INT NOT NULL PRIMARY KEY, v VARCHAR(9))",
              "INSERT INTO now.t VALUES (1, 'a'), (2, NULL)",
              "CREATE TABLE now.u (id INT NOT NULL PRIMARY KEY)",
              "INSERT INTO now.u VALUES (1)",
              "CREATE TABLE crm.people_old (id INT NOT NULL PRIMARY KEY)",
              "INSERT INTO crm.people_old VALUES (7)")) {
        sql.execute(statement);
      }
    }
  }

  private int run(String[] command, String[] login, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all = new String[command.length + login.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(login, 0, all, command.length, login.length);
    System.arraycopy(more, 0, all, command.length + login.length, more.length);
    return RdsRestore.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }
}
