package io.rdsrestore.activities.sqlserver;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as a SQL Server would, as far as it was told, and remembers what it was asked. */
final class ScriptedSql implements Sql {
  /** All sessions of a test, in the order of the statements. */
  private final List<String> asked;

  private final Map<String, List<List<String>>> answers = new LinkedHashMap<>();
  private final Map<String, SQLException> refusals = new LinkedHashMap<>();

  ScriptedSql(List<String> asked) {
    this.asked = asked;
  }

  /** The answer to a statement; to another the answer is empty. */
  ScriptedSql answer(String statement, List<List<String>> rows) {
    answers.put(statement, rows);
    return this;
  }

  /** A statement that fails. */
  ScriptedSql refuse(String statement, SQLException why) {
    refusals.put(statement, why);
    return this;
  }

  @Override
  public List<List<String>> rows(String statement, List<String> parameters) throws SQLException {
    asked.add(parameters.isEmpty() ? statement : statement + " -- " + new ArrayList<>(parameters));
    if (refusals.containsKey(statement)) {
      throw refusals.get(statement);
    }
    return answers.getOrDefault(statement, List.of());
  }

  @Override
  public void set(String statement) {
    asked.add(statement);
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public void close() {
    // There is nothing behind it.
  }
}
