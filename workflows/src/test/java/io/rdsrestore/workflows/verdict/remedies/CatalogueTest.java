package io.rdsrestore.workflows.verdict.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.DecisionReader;
import io.rdsrestore.workflows.decision.ReadDecision;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  static Stream<CatalogueItem> all() {
    return Stream.of(Catalogue.precheck(), Catalogue.sqlServer(), Catalogue.copy())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyItemIsWhole(CatalogueItem item) {
    assertThat(item.meaning()).isNotBlank();
    assertThat(item.causes()).isNotEmpty().allMatch(cause -> !cause.isBlank());
    assertThat(item.remedies()).isNotEmpty().allMatch(remedy -> !remedy.text().isBlank());
    assertThat(item.source()).isNotBlank();
    assertThat(item.skipMeans() == null)
        .as("what skipping means is said where it can be skipped")
        .isEqualTo(item.skip() == Skip.NEVER);
    for (Remedy remedy : item.remedies()) {
      assertThat(remedy.accounts()).isNotNull();
      assertThat(remedy.on()).isNotNull();
      boolean literal = remedy.kind() == RemedyKind.SQL || remedy.kind() == RemedyKind.API;
      assertThat(literal && remedy.command() == null).as("a command for %s", remedy).isFalse();
    }
    for (boolean managed : List.of(true, false)) {
      assertThat(item.remedies())
          .as("a remedy with managed accounts %s", managed)
          .anyMatch(remedy -> remedy.accounts().fits(managed));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyPlaceholderIsKnown(CatalogueItem item) {
    List<String> texts = new ArrayList<>();
    item.findOut()
        .forEach(look -> texts.addAll(List.of(look.text(), String.valueOf(look.command()))));
    item.remedies()
        .forEach(remedy -> texts.addAll(List.of(remedy.text(), String.valueOf(remedy.command()))));
    for (String text : texts) {
      Matcher names = Placeholders.NAME.matcher(text);
      while (names.find()) {
        assertThat(names.group(1)).isIn(Placeholders.KNOWN);
      }
    }
  }

  static Stream<List<CatalogueItem>> catalogues() {
    return Stream.of(
        Stream.of(Catalogue.precheck(), Catalogue.copy()).flatMap(List::stream).toList(),
        Catalogue.sqlServer());
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void noNameStandsTwice(List<CatalogueItem> items) {
    Set<String> names = new HashSet<>();
    items.stream()
        .flatMap(item -> Stream.concat(Stream.of(item.item()), item.also().stream()))
        .forEach(name -> assertThat(names.add(name)).as(name).isTrue());
  }

  @Test
  void decisionsThatArePrintedAreDecisions() throws IOException {
    RestoreNames names =
        new RestoreNames(
            "cn-hangzhou",
            "rm-primary01",
            "rm-clone",
            "job",
            List.of("10.0.0.1"),
            "app_old",
            "app",
            false,
            List.of(new ObjectTarget("shop", "shop", null)),
            Engine.MYSQL);
    List<String> printed =
        all()
            .flatMap(item -> item.remedies().stream())
            .filter(remedy -> remedy.kind() == RemedyKind.DECISION && remedy.command() != null)
            .flatMap(
                remedy ->
                    Placeholders.fill(remedy.command(), remedy.kind(), remedy.on(), names, "")
                        .stream())
            .toList();
    assertThat(printed).isNotEmpty();
    for (String command : printed) {
      String json = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
      ReadDecision read = DecisionReader.read(json.getBytes(StandardCharsets.UTF_8), Action.RETRY);
      assertThat(read.problem()).as(command).isNull();
      assertThat(read.decision().accounts().onSource().userName()).isEqualTo("app_old");
    }
  }

  @Test
  void isReadStrictly() throws IOException {
    assertThat(read(item -> {})).hasSize(1);
    assertThatThrownBy(() -> read(item -> item.put("colour", "red")))
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> read(item -> item.remove("source"))).hasMessageContaining("source");
    assertThatThrownBy(() -> read(item -> item.put("repair", "perhaps")))
        .hasMessageContaining("perhaps");
    assertThatThrownBy(() -> read(item -> ((ObjectNode) item.at("/remedies/0")).remove("cause")))
        .hasMessageContaining("cause");
  }

  private static List<CatalogueItem> read(Consumer<ObjectNode> change) throws IOException {
    ArrayNode items = RestoreJson.mapper().createArrayNode();
    ObjectNode item = RestoreJson.mapper().valueToTree(Catalogue.precheck().get(0));
    item.putNull("skipMeans");
    for (var remedy : item.withArray("remedies")) {
      for (String field : List.of("when", "cause", "command")) {
        if (!remedy.has(field)) {
          ((ObjectNode) remedy).putNull(field);
        }
      }
    }
    change.accept(item);
    items.add(item);
    return Catalogue.read(new ByteArrayInputStream(RestoreJson.mapper().writeValueAsBytes(items)));
  }
}
