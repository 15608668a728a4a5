package io.rdsrestore.workflows.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionReaderTest {

  @Test
  void aSignalWithoutInputIsItsNameAlone() {
    assertThat(DecisionReader.read(new byte[0], Action.RETRY).decision())
        .isEqualTo(Decision.of(Action.RETRY, null, null, null));
  }

  @Test
  void theActionMayStandInTheMessage() {
    assertThat(
            read("{\"action\":\"retry\",\"gate\":\"precheck-1\",\"actor\":\"ana\"}", null)
                .decision())
        .isEqualTo(Decision.of(Action.RETRY, "precheck-1", "ana", null));
  }

  @Test
  void unknownFieldsOfANewerSenderAreLetPass() {
    assertThat(read("{\"colour\":\"blue\"}", Action.ABORT).isReadable()).isTrue();
  }

  @Test
  void aFieldThatIsNearlyOursIsNotLetPass() {
    assertThat(read("{\"keepclone\":true}", Action.ABORT).problem())
        .isEqualTo("it has no field keepclone, did you mean \"keepClone\"?");
    assertThat(read("{\"plnHash\":\"abc\"}", Action.APPROVE).problem())
        .contains("did you mean \"planHash\"?");
    assertThat(read("{\"Gate\":\"precheck-1\"}", Action.RETRY).problem())
        .contains("did you mean \"gate\"?");
    assertThat(read("{\"actoin\":\"retry\"}", Action.RETRY).problem())
        .contains("did you mean \"action\"?");
    // Of short names, two letters are another word.
    for (String other : new String[] {"by", "ts", "at", "team", "rights", "source"}) {
      assertThat(read("{\"%s\":\"x\"}".formatted(other), Action.RETRY).isReadable())
          .as(other)
          .isTrue();
    }
    assertThat(read("{\"action\":\"abrot\"}", null).problem())
        .startsWith("its action is unknown, did you mean \"abort\"?; known are")
        .doesNotContain("\"\"");
    assertThat(read("{\"action\":\"Retry\"}", null).problem()).contains("did you mean \"retry\"?");
  }

  @Test
  void whatIsNotADecisionIsSaid() {
    assertThat(read("", null).problem()).startsWith("it is empty; send for example {");
    assertThat(read("{oops", Action.RETRY).problem()).startsWith("it is not JSON");
    assertThat(read("\"retry\"", null).problem()).startsWith("it is not a JSON object");
    assertThat(read("{}", null).problem()).startsWith("it names no action");
    assertThat(read("{\"action\":\"replace\"}", null).problem())
        .isEqualTo(
            "its action is unknown; known are approve, retry, skipPrecheckItems, changeObjects,"
                + " changeRestorePoint, pause, resume, swap, merge, undo, leave, withdraw, extend, abort");
    assertThat(read("{\"action\":\"retry\"}", Action.ABORT).problem())
        .isEqualTo("the signal is named abort and its action is retry");
    assertThat(read("{\"items\":{}}", Action.RETRY).problem())
        .startsWith("a field has the wrong type");
    assertThat(read("{\"comment\":\"" + "x".repeat(70_000) + "\"}", Action.RETRY).problem())
        .isEqualTo("it is 70014 bytes long; a decision has at most 65536");
  }

  @Test
  void whatPeopleWriteFreelyIsCutAndNamesAreBounded() {
    Decision decision =
        read(
                "{\"comment\":\"%s\",\"actor\":\"%s\"}"
                    .formatted("x".repeat(60_000), "y".repeat(1_000)),
                Action.RETRY)
            .decision();

    assertThat(decision.comment()).hasSize(DecisionBounds.COMMENT).endsWith("...");
    assertThat(decision.actor()).hasSize(DecisionBounds.NAME);
    assertThat(read("{\"gate\":\"%s\"}".formatted("g".repeat(101)), Action.RETRY).problem())
        .isEqualTo(
            "gate, id, decision, planHash and each item and table have at most 100 characters");
    assertThat(
            read("{\"items\":[%s\"a\"]}".formatted("\"a\",".repeat(100)), Action.RETRY).problem())
        .isEqualTo("items, acknowledge and tables name at most 100 each");
  }

  @Test
  void aMergeSaysWhichRows() {
    Decision merge =
        read("{\"mode\":\"missing\",\"tables\":[\"orders\"],\"where\":\"id = 1\"}", Action.MERGE)
            .decision();

    assertThat(merge.mode()).isEqualTo(MergeMode.MISSING);
    assertThat(merge.names(new QualifiedName("shop", "orders"))).isTrue();
    assertThat(merge.names(new QualifiedName("shop", "items"))).isFalse();
    assertThat(read("{\"mode\":\"all\"}", Action.MERGE).problem())
        .contains("mode missing, changed or both");
    assertThat(read("{\"where\":\"%s\"}".formatted("x".repeat(3_000)), Action.MERGE).problem())
        .isEqualTo("where has at most 2000 characters");
  }

  @Test
  void accountsAreReferencesOnly() {
    assertThat(
            read(
                    "{\"accounts\":{\"mode\":\"existing\",\"userName\":\"a\",\"passwordRef\":\"secret\"}}",
                    Action.RETRY)
                .problem())
        .contains("passwordRef (env:NAME, file:PATH or scheme://place)")
        .doesNotContain("secret");
    assertThat(
            read(
                    "{\"accounts\":{\"mode\":\"existing\",\"userName\":\"a\",\"passwordRef\":\"env:A\"}}",
                    Action.RETRY)
                .isReadable())
        .isTrue();
  }

  private static ReadDecision read(String json, Action named) {
    return DecisionReader.read(json.getBytes(StandardCharsets.UTF_8), named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "1E+2147483648", "1e-999999999"})
  void anAmountThatNoNumberHoldsIsAProblemAndNoFailure(String amount) {
    String json =
        "{\"action\": \"approve\", \"gate\": \"cost-1\", \"maxCost\": %s}".formatted(amount);

    assertThat(DecisionReader.read(json.getBytes(StandardCharsets.UTF_8), null).problem())
        .contains("maxCost");
  }
}
