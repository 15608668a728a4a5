package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verdict.DifferenceText;
import io.rdsrestore.workflows.verify.Power;
import io.rdsrestore.workflows.verify.VerifyAnswer;
import io.rdsrestore.workflows.verify.VerifyAnswer.Verdict;
import io.rdsrestore.workflows.verify.VerifyAnswer.Verified;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of planted damage is found, and a faithful copy is called equal. */
@TestInstance(Lifecycle.PER_CLASS)
class DamageTest {
  private ServerOfTest server;

  /** Whether the first database is as it is always made. */
  private boolean untouched;

  /** Of the MySQL that it runs on; null: see {@link ServerOfTest}. */
  String series() {
    return null;
  }

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    server = new ServerOfTest(work, series());
  }

  @AfterAll
  void close() {
    server.close();
  }

  static List<Damage> damages() {
    return Damage.all();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isFound(Damage damage) throws Exception {
    assumeTrue(damage.needs() == null || server.takes(damage.needs()));
    bothDatabases(damage.before());
    server.run("copy", damage.sql().toArray(String[]::new));

    VerifyAnswer answer = compare();
    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
    List<Verified> different =
        answer.objects().stream().filter(each -> each.verdict() != Verdict.EQUAL).toList();
    assertThat(different)
        .extracting(each -> each.kind().word() + " " + each.name())
        .as("only what is damaged")
        .containsExactly(named(damage.object()));
    assertThat(different.get(0).differences()).isNotEmpty();
  }

  private static String named(String object) {
    return object.startsWith("database ") ? "database was" : object.replaceFirst(" ", " was.");
  }

  @Test
  void noneIsFoundInFaithfulCopies() throws Exception {
    bothDatabases(List.of());
    server.run(
        "copy",
        "ALTER TABLE customers AUTO_INCREMENT = 2000",
        "ALTER TABLE orders DROP FOREIGN KEY of_customer",
        "ALTER TABLE orders ADD CONSTRAINT another_name FOREIGN KEY (customer) REFERENCES"
            + " customers (id) ON DELETE CASCADE");
    VerifyAnswer answer = compare();
    assertThat(answer.objects())
        .allSatisfy(
            each -> {
              assertThat(each.verdict()).as(each.toString()).isEqualTo(Verdict.EQUAL);
              assertThat(each.method()).isIn(Power.Method.EXACT, Power.Method.DEFINITION);
            })
        .extracting(each -> each.kind().word())
        .contains("database", "table", "view", "trigger", "procedure", "function", "event");
    assertThat(answer.verdict()).isEqualTo(Verdict.EQUAL);
  }

  private static final String LABELLED =
      "CREATE OR REPLACE VIEW labelled AS SELECT id, 'x' AS label FROM customers";
  private static final String PLAIN =
      "CREATE OR REPLACE VIEW plain AS SELECT id, name FROM customers WHERE name > 'b'";

  /** As DTS makes those of an old client again. */
  @Test
  void aViewOfAnotherClientIsTheSameViewIfItSaysTheSame() throws Exception {
    bothDatabases(List.of(PLAIN));
    inLatin1("was", PLAIN);

    assertThat(different()).isEmpty();
    assertThat(compare().objects())
        .filteredOn(each -> each.name().equals("was.plain"))
        .singleElement()
        .extracting(Verified::note)
        .isEqualTo(
            "it was made by a client of latin1, the copy by one of utf8mb4; what it says and its"
                + " columns are the same");
  }

  @Test
  void aViewOfAnotherClientThatIsChangedIsFound() throws Exception {
    bothDatabases(List.of(PLAIN));
    inLatin1("was", PLAIN.replace("'b'", "'c'"));

    assertThat(different()).containsExactly("view was.plain");
  }

  /** What comes out of it is in another character set. */
  @Test
  void aViewOfAnotherClientWhoseTextsComeOutOtherwiseIsFoundWithTheRightRemedy() throws Exception {
    bothDatabases(List.of(LABELLED));
    inLatin1("was", LABELLED);

    assertThat(different()).containsExactly("view was.labelled");
    TableComparison labelled =
        compared().stream().filter(each -> each.source().equals("was.labelled")).findFirst().get();
    assertThat(DifferenceText.remedy(labelled))
        .contains(
            "SHOW CREATE VIEW copy.labelled;",
            "SET character_set_client = latin1, collation_connection = latin1_swedish_ci;");
  }

  private void inLatin1(String database, String sql) throws Exception {
    try (Connection connection = server.connect()) {
      connection.setCatalog(database);
      new ProgramSession("", "latin1", "latin1_swedish_ci").run(connection, sql);
    }
  }

  private List<String> different() {
    return compare().objects().stream()
        .filter(each -> each.verdict() != Verdict.EQUAL)
        .map(each -> each.kind().word() + " " + each.name())
        .toList();
  }

  /** The second database has its rows in another order. */
  private void bothDatabases(List<String> more) throws Exception {
    boolean fresh = !more.isEmpty() || !untouched;
    for (String database : fresh ? List.of("was", "copy") : List.of("copy")) {
      server.run(database, "DROP DATABASE " + database);
      server.run(database, Depot.statements(database.equals("copy")).toArray(String[]::new));
      server.run(database, more.toArray(String[]::new));
    }
    untouched = more.isEmpty();
  }

  private VerifyAnswer compare() {
    return VerifyAnswer.of(compared());
  }

  private List<TableComparison> compared() {
    return new DatabaseComparison(
            server.settings(),
            new DatabaseComparison.Options(VerifyMode.CHECKSUM, 2, 100, 1, Duration.ofMillis(50)),
            new SilentListener())
        .compare(server.login(), server.login(), new ObjectTarget("was", "copy", null));
  }

  /** Nobody is told anything. */
  private static final class SilentListener implements DatabaseComparison.Listener {
    @Override
    public void doing(String what) {}

    @Override
    public void warning(String text) {}

    @Override
    public void key(String table, RowDifference.Kind kind, String key) {}
  }
}
