package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A restore of SQL Server through each kind of gate, to its end, in both languages; and no word in
 * it is one of MySQL.
 */
class SqlServerGatesTest {
  private static final String STAYS =
      "no table of SQL Server can be renamed into another database: the request is refused";

  /** What no restore of SQL Server comes to, and why. */
  private static final Map<GatePath, String> NEVER =
      Map.of(
          GatePath.SWAP,
          STAYS,
          GatePath.MERGE,
          STAYS,
          GatePath.MOVE_IN,
          STAYS,
          GatePath.DDL,
          "tables of SQL Server are not watched while they are copied: the restore goes on");

  private static final Pattern OF_MYSQL =
      Pattern.compile(
          "(?i)binlog|my_?sql|maria|sql_mode|auto_increment|definer|innodb|utf8mb4"
              + "|\\bReadWrite\\b|\\bSHOW CREATE\\b|`[a-z_]+`\\.`");

  private static final int MOST_GATES = 8;

  @ParameterizedTest
  @EnumSource
  void everyGateOpensAndItsRestoreEnds(GatePath path) {
    play(path, Language.EN);
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVAL", "PRECHECK", "RESTORE_POINT", "DIFFERENCE", "COPY_FAILURE"})
  void inChineseToo(GatePath path) {
    play(path, Language.ZH);
  }

  private static void play(GatePath path, Language language) {
    try (Rehearsal rehearsal = Rehearsal.begin(PrimaryKind.SQL_SERVER)) {
      Map<String, Object> request = path.prepare(rehearsal, rehearsal.lose("orders"));
      rehearsal.start(
          with(request, "language", RestoreJson.mapper().valueToTree(language).asText()));
      if (STAYS.equals(NEVER.get(path))) {
        String refusal = rehearsal.refusal().getOriginalMessage();
        assertThat(refusal).contains("SQL Server renames no table into another database");
        assertOfSqlServer(refusal);
        return;
      }
      List<GateKind> opened = new ArrayList<>();
      for (int i = 0; i < MOST_GATES; i++) {
        RestoreStatus status =
            rehearsal.until("gate or end", s -> isNext(path, s) || s.phase().isEnd());
        assertOfSqlServer(RestoreJson.mapper().valueToTree(status));
        assertOfSqlServer(rehearsal.details());
        if (status.phase().isEnd()) {
          break;
        }
        opened.add(status.waitingFor().kind());
        rehearsal.execute(status.waitingFor(), answer(status.waitingFor()));
      }
      assertOfSqlServer(RestoreJson.mapper().valueToTree(rehearsal.report()));
      if (NEVER.containsKey(path)) {
        assertThat(opened).as(NEVER.get(path)).isEmpty();
      } else {
        assertThat(opened).contains(path.kind());
      }
    }
  }

  /** To pass the cost limit takes waiting at another gate. */
  private static boolean isNext(GatePath path, RestoreStatus status) {
    Gate gate = status.waitingFor();
    return gate != null
        && (path != GatePath.COST || gate.kind() == GateKind.COST || !status.decisions().isEmpty());
  }

  private static String answer(Gate gate) {
    boolean first = gate.gate().endsWith("-1");
    return switch (gate.kind()) {
      case APPROVAL, RESTORE_POINT, DIFFERENCE, COST -> "approve";
      case PRECHECK -> first ? "changeObjects" : "retry";
      case FAILURE, CLEANUP -> gate.choice(Action.RETRY).isPresent() && first ? "retry" : "abort";
      case PRESSURE -> first ? "resume" : "abort";
      case DDL, SWAP -> throw new AssertionError(gate.kind() + " was said never to open");
    };
  }

  /** All that people read of it; names of fields are the same for every engine. */
  private static void assertOfSqlServer(JsonNode message) {
    if (message.isValueNode()) {
      assertOfSqlServer(message.asText());
    } else {
      message.forEach(SqlServerGatesTest::assertOfSqlServer);
    }
  }

  private static void assertOfSqlServer(String text) {
    assertThat(text).doesNotContainPattern(OF_MYSQL);
  }
}
