package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.Project;
import io.rdsrestore.worker.RdsRestore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code policy-check}: what a policy file refuses, without a worker. */
class PolicyCheckCommandTest {
  private static final String POLICY =
      Project.folder().resolve("docs/examples/policy.json").toString();
  private static final String REQUEST =
      Project.folder().resolve("docs/examples/restore.json").toString();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line =
        RdsRestore.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void aGoodFileIsInOrder() {
    assertThat(run("policy-check", "--policy", POLICY)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith("The file is in order. Its rules: core-hands-off, cost, opted-in");
  }

  @Test
  void aMistakeIsWrongUsage() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"rules\": {\"a\": {}}}");
    assertThat(run("policy-check", "--policy", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("rules.a: it refuses nothing");
    assertThat(run("policy-check")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--policy FILE or RDS_RESTORE_POLICY");
    assertThat(run("policy-check", "--policy", POLICY, "--actor", "ana")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("name it with --file");
  }

  @Test
  void aRequestIsRefusedByName() {
    assertThat(run("policy-check", "--policy", POLICY, "-f", REQUEST)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains("Rules about this instance: cost, opted-in, our-regions")
        .contains("REFUSED  policy rule opted-in refuses it: instance rm-primary01 has no tag");
  }

  @Test
  void anApproverIsRefusedByName() {
    String[] arguments = {
      "policy-check",
      "--policy",
      POLICY,
      "-f",
      REQUEST,
      "--tag",
      "restore=allowed",
      "--tag",
      "env=production",
      "--actor",
      "Ana"
    };
    assertThat(run(arguments)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains("The request is not refused.")
        .contains("REFUSED  approve: policy rule production-two-people refuses it: Ana has asked");
    arguments[arguments.length - 1] = "ben";
    assertThat(run(arguments)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("ben may approve it.");
  }
}
