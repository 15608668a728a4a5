package io.rdsrestore.demo.documents;

import java.util.ArrayList;
import java.util.List;

/** The commands of a line as a shell would take them, each as its words. */
final class ShellWords {
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;

  private ShellWords() {}

  /** Pipes, lists and comments end a command; quotes and a backslash are what they are in bash. */
  static List<List<String>> commands(String line) {
    ShellWords shell = new ShellWords();
    shell.read(line);
    return shell.commands;
  }

  private void read(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '\'', '"' -> {
          int end = line.indexOf(c, i + 1);
          if (end < 0) {
            throw new IllegalArgumentException("a quote is not closed in: " + line);
          }
          append(line.substring(i + 1, end));
          i = end;
        }
        case '\\' -> {
          i++;
          append(String.valueOf(line.charAt(i)));
        }
        case ' ' -> endWord();
        case '|', '&', ';', '>', '<', ')', '(' -> endCommand();
        case '#' -> {
          if (word == null) {
            endCommand();
            return;
          }
          append("#");
        }
        default -> append(String.valueOf(c));
      }
    }
    endCommand();
  }

  private void append(String text) {
    if (word == null) {
      word = new StringBuilder();
    }
    word.append(text);
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
