package io.rdsrestore.worker.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.worker.Project;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is said to people: texts of the sources, and of the catalogue of remedies. */
final class SaidTexts {
  private static final Path RESOURCES =
      Project.folder().resolve("workflows/src/main/resources/io/rdsrestore/workflows");

  /** Between two texts, so that no phrase is found across them. */
  private static final String END = "\u0002";

  private final String all;

  private SaidTexts(String all) {
    this.all = all;
  }

  static SaidTexts of(List<SourceText> sources) throws IOException {
    List<String> texts = new ArrayList<>();
    sources.forEach(source -> texts.add(source.template()));
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("verdict"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        texts(RestoreJson.mapper().readTree(file.toFile()), texts);
      }
    }
    return new SaidTexts(texts.stream().distinct().collect(Collectors.joining(END)));
  }

  private static void texts(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> texts(child, texts));
  }

  /**
   * Templates of the book that must be said by a source in one piece: all up to its first heading,
   * but for single words, which may be the value of an enum or a state of a cloud.
   */
  static List<String> ownPhrases() throws IOException {
    return Files.readAllLines(RESOURCES.resolve("language/zh.phrases")).stream()
        .skip(1)
        .takeWhile(line -> !line.startsWith("#!"))
        .filter(line -> !line.isBlank() && !line.startsWith("    ") && !line.startsWith("! "))
        .map(line -> line.startsWith("# ") ? line.substring(2) : line)
        .filter(phrase -> phrase.indexOf(' ') > 0)
        .toList();
  }

  /** Whether one text has all of a template, in its order. */
  boolean says(String template) {
    if (template.indexOf('{') < 0) {
      return all.contains(template);
    }
    String between = "[^" + END + "]*?";
    String pattern =
        Stream.of(template.split("\\{\\d\\}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(between));
    return Pattern.compile(pattern).matcher(all).find();
  }
}
