package io.rdsrestore.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * The checksum of a whole table in one statement, as somebody would type it: the very text that the
 * comparison sends for a table that is small enough for one part.
 */
final class HandSql {
  private static final BenchTable SMALL = new BenchTable("bench_small", 1_000);

  private static final String KEPT = " LIMIT \\d+(?=\\) z$)";

  private final String text;

  private HandSql(String text) {
    this.text = text;
  }

  /** Looks over the comparison's shoulder. */
  static HandSql overheard(BenchServers servers) {
    servers.together(
        server -> {
          server.run(SMALL.statements());
          return true;
        });
    servers.source().run(List.of("SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = ON"));
    assertThat(CommandRun.verify(servers, SMALL).exit()).isZero();
    servers.source().run(List.of("SET GLOBAL general_log = OFF"));
    List<List<String>> heard =
        servers
            .source()
            .rows("SELECT argument FROM mysql.general_log WHERE argument LIKE '%SUM(%(SELECT%'");
    assertThat(heard).as("one checksum").hasSize(1);
    return new HandSql(heard.get(0).get(0));
  }

  /** The checksum over a table, as the comparison would ask for it if it were one part. */
  String of(BenchTable table) {
    return text.replace(SMALL.database(), table.database());
  }

  /** The same without the LIMIT that makes the server keep the hashes of a part. */
  String withoutLimit(BenchTable table) {
    return of(table).replaceFirst(KEPT, "");
  }
}
