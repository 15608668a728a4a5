package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A database that is dropped, comes back beside, and moves to its own name as a whole. */
final class LostDatabase implements Arrival {
  /** Its name. */
  static final String NAME = "crm";

  /** One of its tables. */
  static final String TABLE = "people";

  private static final Set<String> TABLES = Set.of("calls", TABLE);
  private static final String PLACES =
      "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
          + " WHERE table_schema LIKE 'crm%'";
  private static final String PARENTS =
      "SELECT CONCAT(unique_constraint_schema, '.', referenced_table_name)"
          + " FROM information_schema.referential_constraints WHERE constraint_schema = '%s'";
  private static final String DATABASES =
      "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'crm%'";

  private final Shop shop;
  private final Owner owner;
  private final TableFingerprint atRestorePoint;

  /** Holds what all cells have alike: the first of them begins when each lane has the database. */
  private static final class Loss {
    @SuppressWarnings("TimeInStaticInitializer") // When the first cell asks: that is meant.
    static final Instant BEFORE = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Loses it.
   *
   * @param atRestorePoint what {@link #TABLE} holds
   */
  LostDatabase(Sandbox sandbox, TableFingerprint atRestorePoint) {
    shop = new Shop(sandbox);
    owner = new Owner(sandbox);
    this.atRestorePoint = atRestorePoint;
    Instant secondIsOver = before().plusSeconds(1);
    Waiting.until("the loss", Duration.ofMinutes(1), () -> Instant.now().isAfter(secondIsOver));
    tidy(shop, owner);
  }

  /** The last second in which it is there. */
  static Instant before() {
    return Loss.BEFORE;
  }

  /** Makes it; what {@link #TABLE} holds. */
  static TableFingerprint make(Shop shop) {
    shop.run(
        "CREATE DATABASE crm CHARACTER SET utf8mb4",
        "CREATE TABLE crm.people (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40))",
        "CREATE TABLE crm.calls (id INT PRIMARY KEY, person INT, CONSTRAINT of_person FOREIGN KEY"
            + " (person) REFERENCES crm.people (id))",
        "INSERT INTO crm.people VALUES (1, 'ana'), (2, 'ben')",
        "INSERT INTO crm.calls VALUES (7, 2)");
    return shop.fingerprint(NAME, TABLE);
  }

  @Override
  public List<String> complaints(RestoreReport report, boolean mustHaveMoved) {
    List<String> complaints = new ArrayList<>();
    Set<String> found = new TreeSet<>(owner.texts(PLACES));
    boolean moved = found.contains(NAME + "." + TABLE);
    String database = moved ? NAME : found.isEmpty() ? "" : databaseOf(found.iterator().next());
    TreeSet<String> wanted = new TreeSet<>();
    TABLES.forEach(table -> wanted.add(database + "." + table));
    if (!found.equals(wanted)) {
      complaints.add("its tables are " + found);
      return complaints;
    }
    boolean told = NAME.equals(report.objects().get(0).targetDatabase());
    if (moved != told || (mustHaveMoved && !moved)) {
      complaints.add("it is %s, and the report says %s".formatted(found, report.objects()));
    }
    if (!shop.fingerprint(database, TABLE).equals(atRestorePoint)) {
      complaints.add("%s.%s has not the rows of the restore point".formatted(database, TABLE));
    }
    List<String> parents = owner.texts(PARENTS.formatted(database));
    if (!parents.equals(List.of(database + "." + TABLE))) {
      complaints.add("its foreign key is to " + parents);
    }
    return complaints;
  }

  private static String databaseOf(String table) {
    return table.substring(0, table.indexOf('.'));
  }

  /** All of it goes, so that the next cell finds the place free. */
  static void tidy(Shop shop, Owner owner) {
    owner
        .texts(DATABASES)
        .forEach(
            database -> shop.run("SET foreign_key_checks = 0", "DROP DATABASE `" + database + "`"));
  }
}
