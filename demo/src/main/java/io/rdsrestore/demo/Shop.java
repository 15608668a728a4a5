package io.rdsrestore.demo;

import com.google.common.base.Splitter;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.workflows.decision.Gate;
import java.sql.Connection;
import java.sql.SQLException;

/** The people who work on the primary: the application, the one who slips, the engineer on call. */
public final class Shop {
  public static final String LOST_TABLE = "orders";

  private final Owner owner;

  public Shop(Sandbox sandbox) {
    owner = new Owner(sandbox);
  }

  /** The accident. */
  public void dropOrders() {
    run("SET foreign_key_checks = 0", "DROP TABLE shop.orders");
  }

  /** What applications do when they start and find a table missing. */
  public void createOrdersEmpty(String definition) {
    run("SET foreign_key_checks = 0", "USE shop", definition);
  }

  /** How the application defines the table. */
  public String definitionOfOrders() {
    return read("SHOW CREATE TABLE shop.orders", 2);
  }

  /**
   * What the gate prints to move a table away, run as it stands.
   *
   * @return the SQL
   */
  public String runRemedy(Gate gate) {
    String sql =
        gate.items().stream()
            .flatMap(item -> item.commands().stream())
            .filter(command -> command.contains("RENAME TABLE"))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(gate.gate() + " prints no SQL: " + gate.items()));
    run(Splitter.on(';').trimResults().omitEmptyStrings().splitToList(sql).toArray(String[]::new));
    return sql;
  }

  public long countOrders() {
    return Long.parseLong(read("SELECT COUNT(*) FROM shop.orders", 1));
  }

  /** Accounts of ours that are still on the primary. */
  public long managedAccounts() {
    return Long.parseLong(read("SELECT COUNT(*) FROM mysql.user WHERE user LIKE 'rr\\_%'", 1));
  }

  /** What a table holds now, row by row. */
  public TableFingerprint fingerprint(String database, String table) {
    try (Connection connection = owner.connect()) {
      return TableFingerprint.read(connection, database, table);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read %s.%s".formatted(database, table), e);
    }
  }

  /** Runs statements as the owner of the primary. */
  public void run(String... statements) {
    owner.run(statements);
  }

  private String read(String query, int column) {
    return owner.texts(query, column).get(0);
  }
}
