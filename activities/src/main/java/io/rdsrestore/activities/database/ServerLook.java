package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether servers whose addresses somebody has typed are the ones that are meant, as far as they
 * tell. In a restore the address is RDS's own word.
 */
final class ServerLook {
  /** What spreads reads over servers answers from another one before long. */
  private static final int QUESTIONS = 6;

  private static final String WHO = "SELECT CONCAT_WS(' ', @@server_id, @@hostname, @@port)";
  private static final String READ_ONLY = "SELECT @@global.read_only";

  private ServerLook() {}

  /**
   * What looks wrong.
   *
   * @param source how people name it
   * @param target likewise, of the server that is compared with it
   */
  static List<String> warnings(Servers servers, String source, String target, Runnable alive) {
    Servers.Answers<List<String>, List<String>> who =
        servers.ask("Asking the servers who they are", ServerLook::who, ServerLook::who, alive);
    Servers.Answers<String, String> readOnly =
        servers.ask(
            "Asking the servers whether they take writes",
            connection -> text(connection, READ_ONLY),
            connection -> text(connection, READ_ONLY),
            alive);
    List<String> warnings = new ArrayList<>();
    warnings.addAll(several(source, who.source()));
    warnings.addAll(several(target, who.target()));
    if (!readOnly.target().equals("0")) {
      warnings.add(
          "warning: %s is read-only: a replica that may be behind, or a primary that somebody has locked; is it the address of the primary itself?"
              .formatted(target));
    }
    return warnings;
  }

  /** If answers to one connection come from several servers, there is something in between. */
  static List<String> several(String server, List<String> answers) {
    long different = answers.stream().distinct().count();
    return different < 2
        ? List.of()
        : List.of(
            "warning: %s answers as %d servers: it is a proxy, or spreads reads over replicas that may be behind; give the address of the instance itself"
                .formatted(server, different));
  }

  private static List<String> who(Connection connection) throws SQLException {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      answers.add(text(connection, WHO));
    }
    return answers;
  }

  private static String text(Connection connection, String query) throws SQLException {
    return TimedQuery.first(connection, query, row -> row.getString(1)).orElse("");
  }
}
