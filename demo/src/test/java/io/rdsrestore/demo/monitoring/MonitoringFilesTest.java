package io.rdsrestore.demo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.activities.cloud.ErrorClass;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.GateKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboard, alerts and their page, as far as they can be judged without a worker. */
class MonitoringFilesTest {
  private static final Set<String> PHASES = words(Arrays.stream(RestorePhase.values()));
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "phase",
          PHASES,
          "gate",
          words(Arrays.stream(GateKind.values()).map(GateKind::word)),
          "class",
          words(Arrays.stream(ErrorClass.values()).map(one -> one.name().toLowerCase(Locale.ROOT))),
          "state",
          Set.of("in_use", "kept", "left"),
          // Chosen at the top of the dashboard.
          "namespace",
          Set.of("$namespace"));

  @Test
  void everyAlertIsExplainedAndItsLinkLeadsThere() {
    String page = MonitoringFiles.page();
    assertThat(MonitoringFiles.alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            alert -> {
              assertThat(page).contains(alert.name());
              assertThat(alert.annotations()).containsKeys("summary", "description", "runbook");
              String link = alert.annotations().get("runbook");
              assertThat(link).startsWith("docs/monitoring.md#");
              assertThat(headings(page)).contains(link.substring(link.indexOf('#') + 1));
            })
        .extracting(MonitoringFiles.Alert::name)
        .doesNotHaveDuplicates();
  }

  /** By {@code promtool test rules}, which {@code .ci/run} runs. */
  @Test
  void everyAlertIsRehearsedWhereItFiresAndWhereItMustNot() {
    assertThat(MonitoringFiles.rehearsed())
        .containsOnlyKeys(
            MonitoringFiles.alerts().stream().map(MonitoringFiles.Alert::name).toList())
        .allSatisfy((name, moments) -> assertThat(moments).as(name).containsOnlyKeys(true, false));
  }

  private static List<String> headings(String page) {
    return page.lines()
        .filter(line -> line.startsWith("### "))
        .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
        .toList();
  }

  @Test
  void everyExpressionComparesWithWordsThatThereAre() {
    assertThat(MonitoringFiles.asked())
        .allSatisfy(
            asked ->
                PromQl.of(asked.expression())
                    .values()
                    .forEach(
                        (label, values) ->
                            assertThat(VALUES.get(label))
                                .as("%s: %s", asked.where(), label)
                                .containsAll(values)));
  }

  /** One Prometheus may scrape the workers of several: what one shows must not hide another. */
  @Test
  void everyNamespaceIsToldForItself() {
    assertThat(MonitoringFiles.alerts())
        .allSatisfy(
            alert ->
                assertThat(PromQl.of(alert.expression()).groupedBy())
                    .as(alert.name())
                    .contains("namespace"));
    assertThat(MonitoringFiles.asked())
        .filteredOn(asked -> asked.where().startsWith("panel "))
        .allSatisfy(
            asked ->
                assertThat(PromQl.of(asked.expression()).metrics().values())
                    .as(asked.where())
                    .allSatisfy(labels -> assertThat(labels).contains("namespace")));
  }

  /** A phase that joins must be put under a limit, or left out on purpose. */
  @Test
  void everyPhaseThatEndsByItselfCanBeStuck() {
    String stuck =
        MonitoringFiles.alerts().stream()
            .filter(alert -> alert.name().equals("RdsRestorePhaseStuck"))
            .findFirst()
            .orElseThrow()
            .expression();
    Set<String> expected = new HashSet<>(PHASES);
    expected.remove(RestorePhase.KEEPING.name());
    Arrays.stream(RestorePhase.values())
        .filter(RestorePhase::isEnd)
        .forEach(end -> expected.remove(end.name()));
    assertThat(PromQl.of(stuck).values().get("phase")).isEqualTo(expected);
  }

  @Test
  void whatATextShowsTheExpressionHas() {
    assertThat(MonitoringFiles.asked())
        .allSatisfy(
            asked ->
                assertThat(PromQl.of(asked.expression()).groupedBy())
                    .as(asked.where())
                    .containsAll(asked.shown()));
  }

  @Test
  void theDashboardCanBeImported() {
    JsonNode dashboard = MonitoringFiles.dashboard();
    assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
    assertThat(dashboard.path("title").asText()).isEqualTo("rds-restore");
    assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
    assertThat(dashboard.at("/templating/list/0/query").asText()).isEqualTo("prometheus");
    String source = "${" + dashboard.at("/templating/list/0/name").asText() + "}";
    List<Integer> ids = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      ids.add(panel.get("id").asInt());
      JsonNode grid = panel.get("gridPos");
      assertThat(grid.get("x").asInt() + grid.get("w").asInt()).isLessThanOrEqualTo(24);
      for (int x = 0; x < grid.get("w").asInt(); x++) {
        for (int y = 0; y < grid.get("h").asInt(); y++) {
          places.add((grid.get("x").asInt() + x) + "," + (grid.get("y").asInt() + y));
        }
      }
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.at("/datasource/uid").asText()).isEqualTo(source);
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(places).as("no panel lies on another").doesNotHaveDuplicates();
  }

  private static Set<String> words(Stream<?> all) {
    return new HashSet<>(all.map(Object::toString).toList());
  }
}
