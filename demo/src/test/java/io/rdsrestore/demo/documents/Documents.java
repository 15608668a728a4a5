package io.rdsrestore.demo.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents of the project show to be typed. */
final class Documents {
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern JSON_BLOCK = Pattern.compile("(?s)```json\n(.*?)```");
  private static final Pattern CODE_LINE = Pattern.compile("(?: {4,}|\\$ )(\\S.*)");

  private Documents() {}

  /** A piece of a document. */
  record Piece(Path file, String text) {
    @Override
    public String toString() {
      return file.getFileName() + ": " + text;
    }
  }

  static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("rds-restore"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static List<Path> files() {
    Path project = project();
    try (Stream<Path> docs = Files.list(project.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "README.zh-CN.md", "docker/README.md").map(project::resolve),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of code, and code within text, of all documents. */
  static List<Piece> code() {
    List<Piece> pieces = new ArrayList<>();
    for (Path file : files()) {
      boolean fenced = false;
      for (String line : read(file).replace("\\\n", " ").lines().toList()) {
        if (line.startsWith("```")) {
          fenced = !fenced;
        } else if (fenced) {
          pieces.add(new Piece(file, line.strip().replaceFirst("^\\$ ", "")));
        } else {
          code(file, line, pieces);
        }
      }
    }
    return pieces;
  }

  private static void code(Path file, String line, List<Piece> pieces) {
    Matcher whole = CODE_LINE.matcher(line);
    if (whole.matches()) {
      pieces.add(new Piece(file, whole.group(1)));
      return;
    }
    Matcher span = SPAN.matcher(line);
    while (span.find()) {
      pieces.add(new Piece(file, span.group(1).strip()));
    }
  }

  /** Whole blocks of JSON. */
  static List<Piece> json() {
    List<Piece> pieces = new ArrayList<>();
    for (Path file : files()) {
      Matcher block = JSON_BLOCK.matcher(read(file));
      while (block.find()) {
        pieces.add(new Piece(file, block.group(1)));
      }
    }
    return pieces;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
