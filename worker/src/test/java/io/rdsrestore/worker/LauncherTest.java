package io.rdsrestore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on a copy of the project with a build and a JDK that only say what they are asked.
 */
class LauncherTest {
  @TempDir private Path temp;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(temp.resolve("the project"));
    script(
        project.resolve("rds-restore"), Files.readString(Project.folder().resolve("rds-restore")));
    Files.createFile(project.resolve("pom.xml"));
    for (String module : List.of("workflows", "activities", "worker", "sandbox", "demo")) {
      Files.createDirectories(project.resolve(module).resolve("src/main"));
      Files.createFile(project.resolve(module).resolve("pom.xml"));
    }
    script(
        project.resolve("mvnw"),
        """
        #!/bin/sh
        while [ "$1" != -pl ]; do shift; done
        mkdir -p "$2/target/lib"
        : > "$2/target/rds-restore-$2-0.1.0.jar"
        """);
    Path bin = Files.createDirectories(temp.resolve("jdk/bin"));
    script(bin.resolve("javac"), "#!/bin/sh\necho javac 17.0.15\n");
    script(bin.resolve("java"), "#!/bin/sh\nshift 2\necho ran \"$@\"\nexec sleep ${SLEEP:-0}\n");
  }

  @Test
  void isValidBash() throws Exception {
    assertThat(run(temp, Map.of(), "bash", "-n", project.resolve("rds-restore").toString()).code())
        .isZero();
  }

  @Test
  void buildsWhatIsNotBuiltAndSaysSoOnStandardError() throws Exception {
    Result first = launch("status", "rm-1");
    assertThat(first.out()).isEqualTo("ran io.rdsrestore.worker.RdsRestore status rm-1\n");
    assertThat(first.err()).contains("building worker (not built yet)");

    Result second = launch("status", "rm-1");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void buildsAgainWhatIsOlderThanItsSources() throws Exception {
    launch("status");
    Path source = project.resolve("workflows/src/main/New.java");
    Files.createFile(source);
    Files.setLastModifiedTime(
        source, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    assertThat(launch("status").err()).contains("older than its sources");
  }

  @Test
  void sendsDemoAndSandboxToTheirModules() throws Exception {
    assertThat(launch("demo", "--json").out()).isEqualTo("ran io.rdsrestore.demo.Demo --json\n");
    assertThat(launch("sandbox", "--port", "1").out())
        .isEqualTo("ran io.rdsrestore.sandbox.SandboxMain --port 1\n");
  }

  @Test
  void worksThroughASymbolicLinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("rr"), Path.of("the project/rds-restore"));
    Result result = run(temp, jdk(), link.toString(), "list");
    assertThat(result.out()).isEqualTo("ran io.rdsrestore.worker.RdsRestore list\n");
  }

  @Test
  void becomesTheProcessThatItStarts() throws Exception {
    launch("list");
    ProcessBuilder builder =
        builder(temp, jdk(), project.resolve("rds-restore").toString(), "list");
    builder.environment().put("SLEEP", "60");
    Process process = builder.start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("ran");
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void saysWhenThereIsNoUsableJdk() throws Exception {
    script(temp.resolve("jdk/bin/javac"), "#!/bin/sh\necho javac 11.0.2\n");
    Result result = launch("list");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("is no JDK of version 17 or newer");
    assertThat(result.out()).isEmpty();
  }

  private Result launch(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = project.resolve("rds-restore").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return run(temp, jdk(), command);
  }

  private Map<String, String> jdk() {
    return Map.of("JAVA_HOME", temp.resolve("jdk").toString());
  }

  private static ProcessBuilder builder(
      Path folder, Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private Result run(Path folder, Map<String, String> environment, String... command)
      throws Exception {
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    Process process =
        builder(folder, environment, command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Result(int code, String out, String err) {}
}
