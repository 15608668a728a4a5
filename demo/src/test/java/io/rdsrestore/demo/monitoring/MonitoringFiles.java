package io.rdsrestore.demo.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that people load into Prometheus and Grafana, and the page about them. */
final class MonitoringFiles {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern LABEL_IN_ALERT = Pattern.compile("\\$labels\\.(\\w+)");
  private static final Pattern LABEL_IN_LEGEND = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private MonitoringFiles() {}

  /**
   * An expression with what is made of its result.
   *
   * @param where for a person
   * @param shown labels that its texts show
   */
  record Asked(String where, String expression, List<String> shown) {}

  /**
   * One alert.
   *
   * @param annotations by name
   */
  record Alert(String name, String expression, Map<String, String> annotations) {}

  static String page() {
    return read(DOCS.resolve("monitoring.md"));
  }

  static JsonNode dashboard() {
    try {
      return new ObjectMapper().readTree(read(DOCS.resolve("monitoring/grafana-dashboard.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Alert> alerts() {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(read(DOCS.resolve("monitoring/alerts.yaml")));
    List<Alert> alerts = new ArrayList<>();
    for (Object group : (List<?>) file.get("groups")) {
      for (Object one : (List<?>) ((Map<?, ?>) group).get("rules")) {
        Map<?, ?> rule = (Map<?, ?>) one;
        Map<String, String> annotations = new TreeMap<>();
        ((Map<?, ?>) rule.get("annotations"))
            .forEach((name, text) -> annotations.put((String) name, (String) text));
        alerts.add(new Alert((String) rule.get("alert"), (String) rule.get("expr"), annotations));
      }
    }
    return alerts;
  }

  /**
   * What {@code promtool} holds the alerts against: by alert, at how many moments it must fire
   * (true) and must not.
   */
  static Map<String, Map<Boolean, Integer>> rehearsed() {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(read(DOCS.resolve("monitoring/alerts-test.yaml")));
    Map<String, Map<Boolean, Integer>> rehearsed = new TreeMap<>();
    for (Object test : (List<?>) file.get("tests")) {
      for (Object one : (List<?>) ((Map<?, ?>) test).get("alert_rule_test")) {
        Map<?, ?> moment = (Map<?, ?>) one;
        rehearsed
            .computeIfAbsent((String) moment.get("alertname"), name -> new TreeMap<>())
            .merge(!((List<?>) moment.get("exp_alerts")).isEmpty(), 1, Integer::sum);
      }
    }
    return rehearsed;
  }

  /** All that dashboard and alerts ask Prometheus. */
  static List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (Alert alert : alerts()) {
      asked.add(
          new Asked(
              "alert " + alert.name(),
              alert.expression(),
              all(LABEL_IN_ALERT, String.join("\n", alert.annotations().values()))));
    }
    for (JsonNode panel : dashboard().get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        asked.add(
            new Asked(
                "panel " + panel.get("title").asText(),
                target.get("expr").asText(),
                all(LABEL_IN_LEGEND, target.get("legendFormat").asText())));
      }
    }
    return asked;
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
