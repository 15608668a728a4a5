package io.rdsrestore.workflows.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WritingSessionTest {
  private static DefinedObject view(String charset, String collation, String result) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put(WritingSession.CHARSET, charset);
    attributes.put(WritingSession.COLLATION, collation);
    if (result != null) {
      attributes.put(WritingSession.RESULT, result);
    }
    return new DefinedObject(
        ComparedKind.VIEW, new QualifiedName("shop", "v"), null, "select 1", attributes);
  }

  private static boolean same(DefinedObject one, DefinedObject other) {
    return WritingSession.ofSameView(one, other).isPresent();
  }

  @Test
  void whatComesOutAndHowTextsCompareDecides() {
    DefinedObject old = view("latin1", "latin1_swedish_ci", "id int");
    assertThat(same(old, view("utf8mb4", "utf8mb4_general_ci", "id int"))).isTrue();
    assertThat(same(old, view("utf8mb4", "utf8mb4_general_ci", "id bigint"))).isFalse();
    assertThat(same(old, view("utf8mb4", "utf8mb4_bin", "id int"))).isFalse();
    assertThat(same(old, old)).as("nothing to explain").isFalse();
  }

  @Test
  void aViewWhoseColumnsAreNotKnownIsNotExplained() {
    assertThat(
            same(
                view("latin1", "latin1_swedish_ci", null),
                view("utf8mb4", "utf8mb4_general_ci", null)))
        .isFalse();
  }
}
