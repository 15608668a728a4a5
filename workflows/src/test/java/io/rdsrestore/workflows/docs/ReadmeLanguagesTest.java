package io.rdsrestore.workflows.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.zh-CN.md says the same as README.md: the same chapters, code, tables and links. */
class ReadmeLanguagesTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern INDENTED = Pattern.compile("(?m)^ {4}\\S.*$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!README)([^)]+)\\)");

  @Test
  void bothHaveTheSameParts() throws IOException {
    String english = read("README.md");
    String chinese = read("README.zh-CN.md");

    assertThat(found(HEADING, chinese)).isEqualTo(found(HEADING, english));
    assertThat(found(FENCED, chinese)).isEqualTo(found(FENCED, english));
    assertThat(found(INDENTED, chinese)).isEqualTo(found(INDENTED, english));
    assertThat(found(ROW, chinese)).hasSameSizeAs(found(ROW, english));
    assertThat(found(LINK, chinese)).isEqualTo(found(LINK, english));
    assertThat(english).contains("(README.zh-CN.md)");
    assertThat(chinese).contains("(README.md)");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String read(String name) throws IOException {
    return Files.readString(Path.of("..", name));
  }
}
