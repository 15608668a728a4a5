package io.rdsrestore.workflows.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs against what is generated; with {@code -Ddocs.write=true} it is written anew. */
final class GeneratedDocs {
  static final String BEGIN = "<!-- generated: begin -->\n";
  static final String END = "<!-- generated: end -->\n";

  private static final Path FOLDER = Path.of("..", "docs");

  private GeneratedDocs() {}

  /** The whole page. */
  static void assertPage(String name, String generated, Class<?> test) {
    try {
      Path page = FOLDER.resolve(name);
      if (Boolean.getBoolean("docs.write")) {
        Files.writeString(page, generated);
      }
      assertThat(Files.exists(page) ? Files.readString(page) : "")
          .as(
              """
              docs/%s is not what is generated. Write it anew:
              ./mvnw -q test -pl workflows -am -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true
              """
                  .formatted(name, test.getSimpleName()))
          .isEqualTo(generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part of a page between the two marks; the rest is written by hand. */
  static void assertPart(String name, String generated, Class<?> test) {
    try {
      String page = Files.readString(FOLDER.resolve(name));
      int begin = page.indexOf(BEGIN);
      int end = page.indexOf(END);
      assertThat(begin).as("the mark %s in docs/%s", BEGIN.strip(), name).isNotNegative();
      assertThat(end).as("the mark %s in docs/%s", END.strip(), name).isGreaterThan(begin);
      assertPage(
          name, page.substring(0, begin + BEGIN.length()) + generated + page.substring(end), test);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
