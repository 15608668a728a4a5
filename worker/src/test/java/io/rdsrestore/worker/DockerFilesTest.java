package io.rdsrestore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rdsrestore.worker.temporal.SearchAttributeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be checked of docker/ without an engine. */
class DockerFilesTest {
  private static final Path DOCKER = Project.folder().resolve("docker");

  @Test
  void composeNamesOnlyServicesAndFilesThatExist() throws IOException {
    Map<?, ?> services = (Map<?, ?>) compose().get("services");
    assertThat(services.keySet().stream().map(Object::toString))
        .contains("postgres", "schema", "temporal", "namespace", "ui", "worker", "sandbox");
    for (Object one : services.values()) {
      Map<?, ?> service = (Map<?, ?>) one;
      if (service.get("depends_on") instanceof Map<?, ?> needed) {
        assertThat(services.keySet().containsAll(needed.keySet())).isTrue();
      }
      if (service.get("volumes") instanceof List<?> mounts) {
        for (Object mount : mounts) {
          String from = mount.toString().split(":", 2)[0];
          assertThat(from.equals("postgres-data") || Files.exists(DOCKER.resolve(from)))
              .as(from)
              .isTrue();
        }
      }
      if (service.get("build") instanceof Map<?, ?> build) {
        assertThat(Files.readString(Project.folder().resolve(build.get("dockerfile").toString())))
            .contains(" AS " + build.get("target") + "\n");
      }
    }
  }

  @Test
  void composeSetsUpEverySearchAttribute() throws IOException {
    assertThat(Files.readString(DOCKER.resolve("temporal/setup-namespace.sh")))
        .contains(String.join(" ", SearchAttributeRegistry.names()));
  }

  @Test
  void dynamicConfigurationIsYaml() throws IOException {
    assertThat(yaml(DOCKER.resolve("temporal/dynamic-config.yaml"))).isInstanceOf(Map.class);
  }

  @Test
  void dockerfileCopiesAndStartsWhatExists() throws Exception {
    String dockerfile = Files.readString(DOCKER.resolve("Dockerfile"));
    Matcher copies =
        Pattern.compile("^COPY (?!--from)(.*) \\S+$", Pattern.MULTILINE).matcher(dockerfile);
    while (copies.find()) {
      for (String from : Splitter.on(' ').split(copies.group(1))) {
        assertThat(Project.folder().resolve(from)).exists();
      }
    }
    Matcher classes = Pattern.compile("\"(io\\.rdsrestore\\.[\\w.]+)\"").matcher(dockerfile);
    while (classes.find()) {
      assertThat(Class.forName(classes.group(1)).getMethod("main", String[].class)).isNotNull();
    }
    assertThat(dockerfile).contains("USER 10001");
    assertThat(dockerfile.lastIndexOf(" AS worker")).isEqualTo(dockerfile.lastIndexOf(" AS "));
  }

  @Test
  void shellScriptsAreValid() throws Exception {
    try (Stream<Path> files = Files.list(DOCKER.resolve("temporal"))) {
      for (Path script : files.filter(file -> file.toString().endsWith(".sh")).toList()) {
        assertThat(new ProcessBuilder("sh", "-n", script.toString()).start().waitFor()).isZero();
      }
    }
  }

  @Test
  void onlyProductionModulesAreLibrariesOfTheWorker() throws IOException {
    // What target/lib is copied from: everything of scope compile and runtime.
    Path lib = Project.folder().resolve("worker/target/lib");
    String pom = Files.readString(Project.folder().resolve("worker/pom.xml"));
    assertThat(pom).containsPattern("rds-restore-sandbox</artifactId>\\s*<scope>test</scope>");
    assertThat(pom).containsPattern("temporal-testing</artifactId>\\s*<scope>test</scope>");
    if (Files.exists(lib)) {
      try (Stream<Path> jars = Files.list(lib)) {
        assertThat(jars.map(jar -> jar.getFileName().toString()))
            .noneMatch(
                jar ->
                    jar.matches("(rds-restore-(sandbox|demo)|temporal-test|junit|maria[dD]B4j).*"));
      }
    }
  }

  private static Map<?, ?> compose() throws IOException {
    return (Map<?, ?>) yaml(DOCKER.resolve("compose.yaml"));
  }

  private static Object yaml(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }
}
