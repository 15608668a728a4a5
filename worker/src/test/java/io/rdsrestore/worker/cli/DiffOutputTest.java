package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.activities.database.RowDifference;
import io.rdsrestore.activities.database.RowDifference.ColumnValues;
import io.rdsrestore.activities.database.RowDifference.Kind;
import io.rdsrestore.activities.database.TableDiff;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code diff} is asked and answers. */
class DiffOutputTest {
  private static final String LOGIN = " --user u --password-ref env:NOT_SET";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private DiffOutput told(DiffFormat format, boolean values, int limit) {
    DiffOutput output =
        new DiffOutput(new PrintWriter(out), new PrintWriter(err), format, values, limit);
    output.row(new RowDifference("r.t", Kind.ONLY_RESTORED, List.of("1", "a,\"b"), List.of()));
    output.row(
        new RowDifference(
            "r.t",
            Kind.CHANGED,
            List.of("2", "it's"),
            List.of(new ColumnValues("v", null, ""), new ColumnValues("w", "x\ny", "NULL"))));
    output.row(new RowDifference("r.t", Kind.ONLY_CURRENT, List.of("3", "c"), List.of()));
    output.table(
        new TableDiff(
            "r.t",
            "c.t",
            TableDiff.Verdict.DIFFERENT,
            10L,
            11L,
            1L,
            1L,
            1L,
            List.of("id", "name"),
            null));
    return output;
  }

  @Test
  void textTellsNumbersAndTheFirstRows() {
    assertThat(told(DiffFormat.TEXT, true, 2).isEqual()).isFalse();
    assertThat(out.toString().lines())
        .containsExactly(
            "r.t and c.t: 1 only restored, 1 only current, 1 changed (10 rows and 11 rows).",
            "  only restored  id = '1', name = 'a,\"b'",
            "  changed        id = '2', name = 'it''s'",
            "      v: restored NULL, current ''",
            "      w: restored 'x\\u000ay', current 'NULL'",
            "  1 more: --limit shows more, --format csv all");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void csvTellsAllAndNullIsNotNothing() {
    told(DiffFormat.CSV, true, 0);
    assertThat(out)
        .hasToString(
            """
            table,kind,key,column,restored,current
            r.t,onlyRestored,"[""1"",""a,\\""b""]",,,
            r.t,changed,"[""2"",""it's""]",v,,""
            r.t,changed,"[""2"",""it's""]",w,"x
            y",NULL
            r.t,onlyCurrent,"[""3"",""c""]",,,
            """
                .replace("\n", "\r\n")
                .replace("x\r\ny", "x\ny"));
    assertThat(err.toString()).contains("1 changed").doesNotContain("it's");
  }

  @Test
  void jsonHasTheFirstRowsOfEachTable() throws Exception {
    DiffOutput.Answer answer = told(DiffFormat.JSON, true, 2).answer();
    JsonNode json = RestoreJson.mapper().readTree(RestoreJson.write(answer));
    assertThat(json.at("/verdict").asText()).isEqualTo("different");
    assertThat(json.at("/tables/0/table/onlyCurrent").asLong()).isEqualTo(1);
    assertThat(json.at("/tables/0/rows")).hasSize(2);
    assertThat(json.at("/tables/0/rows/1/columns/0/current").asText()).isEmpty();
    assertThat(json.at("/tables/0/rows/1/columns/0/restored").asText("NULL")).isNotEmpty();
  }

  @Test
  void valuesAreReadOnlyForRowsThatAreTold() {
    DiffOutput output =
        new DiffOutput(new PrintWriter(out), new PrintWriter(err), DiffFormat.TEXT, true, 1);
    assertThat(output.wantsValues("r.t")).isTrue();
    output.row(new RowDifference("r.t", Kind.CHANGED, List.of("1"), List.of()));
    assertThat(output.wantsValues("r.t")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify --source 127.0.0.1:1/a --target 127.0.0.1:1/b",
        "diff --restored 127.0.0.1:1/a --current 127.0.0.1:1/b"
      })
  void aPasswordThatIsNotInTheEnvironmentIsWrongUsage(String command) {
    assertThat(execute(command + LOGIN)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("There is no environment variable NOT_SET with a password in it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diff" + LOGIN,
        "diff rm-primary01" + LOGIN,
        "diff rm-primary01 --primary h:1 --restored h:1/a" + LOGIN,
        "diff rm-primary01 --primary h:1/db" + LOGIN,
        "diff --restored h:1/a" + LOGIN,
        "diff --restored h/a --current h:1/b" + LOGIN,
        "diff --restored h:1/a --current h:1/b --format xml" + LOGIN,
        "diff --restored h:1/a --current h:1/b --format csv --json" + LOGIN,
        "diff --restored h:1/a --current h:1/b --limit -1" + LOGIN,
        "diff --restored h:1/a --current h:1/b"
      })
  void wrongUsageIsTwo(String command) {
    assertThat(execute(command)).as(err.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpHasExamples() {
    assertThat(execute("diff --help")).isZero();
    assertThat(out.toString()).contains("--restored", "--primary", "Exit codes", "Examples:");
    assertThat(execute("verify --help")).as("its sister").isZero();
  }

  @Test
  void whatWasRestoredBesideIsComparedWithTheOriginalNames() {
    List<ObjectTarget> beside =
        RestoredBeside.of(
            List.of(
                new ObjectTarget("shop", "shop_restored", null),
                new ObjectTarget("crm", "crm", null),
                new ObjectTarget("open", null, null),
                new ObjectTarget(
                    "hr",
                    "hr",
                    List.of(
                        new TableSelection("people", "people_old"),
                        new TableSelection("back", null)))));
    assertThat(beside)
        .containsExactly(
            new ObjectTarget("shop_restored", "shop", null),
            new ObjectTarget("hr", "hr", List.of(new TableSelection("people_old", "people"))));
    assertThat(RestoredBeside.only(beside, List.of("people")))
        .filteredOn(object -> object.database().equals("hr"))
        .hasSize(1);
  }

  private int execute(String command) {
    return RdsRestore.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(command.split(" ", -1));
  }
}
