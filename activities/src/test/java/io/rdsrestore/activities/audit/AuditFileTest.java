package io.rdsrestore.activities.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.audit.AuditEntry;
import io.rdsrestore.workflows.audit.AuditKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("audit.jsonl");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(path());
  }

  private static AuditEntry entry(String id) {
    return new AuditEntry(
        id,
        AuditKind.START,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null,
        "ä\n\"",
        null,
        null,
        null);
  }

  private static List<AuditEntry> entries(String... ids) {
    return List.of(ids).stream().map(AuditFileTest::entry).toList();
  }

  @Test
  void anEntryIsWrittenOnceWhoeverBringsItAgain() throws IOException {
    AuditFile file = new AuditFile(path());
    file.append(entries("a", "b"));
    file.append(entries("b", "c"));
    new AuditFile(path()).append(entries("a", "c", "d"));
    file.append(entries("d", "e"));
    assertThat(lines()).hasSize(5);
    assertThat(lines())
        .extracting(line -> line.substring(0, 9))
        .containsExactly(
            "{\"id\":\"a\"", "{\"id\":\"b\"", "{\"id\":\"c\"", "{\"id\":\"d\"", "{\"id\":\"e\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aTornLineIsClosedAndWrittenAnew() throws IOException {
    AuditFile file = new AuditFile(path());
    file.append(entries("a"));
    Files.writeString(path(), "{\"id\":\"b\",\"ki", StandardOpenOption.APPEND);
    file.append(entries("a", "b"));
    file.append(entries("b"));
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(1)).isEqualTo("{\"id\":\"b\",\"ki");
    assertThat(lines().get(2)).startsWith("{\"id\":\"b\"").endsWith("}");
  }

  @Test
  void aLineThatLacksItsEndOnlyIsWhole() throws IOException {
    new AuditFile(path()).append(entries("a", "b"));
    String text = Files.readString(path());
    Files.writeString(path(), text.substring(0, text.length() - 1));
    new AuditFile(path()).append(entries("b", "c"));
    assertThat(lines().stream().filter(line -> line.contains("\"id\":\"b\""))).hasSize(1);
    assertThat(lines()).hasSize(3);
  }

  @Test
  void afterItWasPutAsideAnotherOneBegins() throws IOException {
    AuditFile file = new AuditFile(path());
    file.append(entries("a"));
    Files.move(path(), folder.resolve("audit.1"));
    file.append(entries("a", "b"));
    assertThat(lines()).singleElement().asString().contains("\"id\":\"b\"");
  }

  @Test
  void manyAtOnceLoseNothing() throws IOException {
    List<AuditFile> workers = List.of(new AuditFile(path()), new AuditFile(path()));
    CompletableFuture<?>[] all =
        IntStream.range(0, 8)
            .mapToObj(
                thread ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = 0; i < 25; i++) {
                            append(workers.get(thread % 2), "id-" + (i + 25 * (thread / 4)));
                          }
                        }))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
    assertThat(lines()).hasSize(50).doesNotHaveDuplicates();
  }

  private static void append(AuditFile file, String id) {
    try {
      file.append(entries(id));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
