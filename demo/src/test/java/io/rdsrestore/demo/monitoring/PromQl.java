package io.rdsrestore.demo.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression asks for. Reads no grammar, only names: that the expression is one, promtool
 * says.
 *
 * @param metrics by name, the labels that they are chosen by
 * @param groupedBy labels in {@code by (...)} and {@code on (...)}
 * @param values by label, what it is compared with, alternatives apart
 */
record PromQl(
    Map<String, Set<String>> metrics, Set<String> groupedBy, Map<String, Set<String>> values) {
  private static final Pattern GROUP = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR = Pattern.compile("([a-z_]\\w*)\\{([^}]*)}");
  private static final Pattern MATCH = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("\\b[a-z_]\\w*\\b(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("or", "and", "unless", "offset");

  static PromQl of(String expression) {
    Map<String, Set<String>> metrics = new TreeMap<>();
    Map<String, Set<String>> values = new TreeMap<>();
    Set<String> groupedBy = new TreeSet<>();
    Matcher group = GROUP.matcher(expression);
    while (group.find()) {
      for (String label : group.group(1).split(",", -1)) {
        if (!label.isBlank()) {
          groupedBy.add(label.strip());
        }
      }
    }
    String rest = GROUP.matcher(expression).replaceAll(" ");
    Matcher selector = SELECTOR.matcher(rest);
    while (selector.find()) {
      Set<String> labels = metrics.computeIfAbsent(selector.group(1), name -> new TreeSet<>());
      Matcher match = MATCH.matcher(selector.group(2));
      while (match.find()) {
        labels.add(match.group(1));
        values
            .computeIfAbsent(match.group(1), label -> new TreeSet<>())
            .addAll(Set.of(match.group(2).split("\\|", -1)));
      }
    }
    Matcher name = NAME.matcher(SELECTOR.matcher(rest).replaceAll(" "));
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        metrics.computeIfAbsent(name.group(), unknown -> new TreeSet<>());
      }
    }
    return new PromQl(metrics, groupedBy, values);
  }
}
