package io.rdsrestore.sandbox;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.settings.AccountSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What DTS does not do for SQL Server, whoever asks for it. */
class SqlServerLimitsTest {
  private static final int TABLES = 1_001;

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
  private Sandbox sandbox;
  private Cloud cloud;

  private void start(String privilege) throws ClientException {
    sandbox =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .clock(time, time)
            .samplePrimary(false)
            .primary(primary("rm-source", privilege))
            .primary(primary("rm-target", "ReadWrite"))
            .build()
            .start();
    cloud = new Cloud(sandbox);
    cloud.letDtsInto("rm-source", "rm-target");
  }

  /** Eleven databases; the first has many tables, of which two have one name. */
  private static PrimarySpec primary(String id, String privilege) {
    PrimarySpec.Builder primary = PrimarySpec.mysql(id).engine("SQLServer", "2016_std_ha");
    primary.database("beside");
    Map<String, String> privileges = new HashMap<>(Map.of("beside", privilege));
    for (int i = 0; i <= 10; i++) {
      primary.database("db" + i, tables(i));
      privileges.put("db" + i, privilege);
    }
    return primary.account(new AccountSpec("mover", "Passw0rd!", privileges)).build();
  }

  private static String[] tables(int database) {
    return database > 0
        ? new String[] {"t"}
        : IntStream.concat(IntStream.range(0, TABLES), IntStream.of(-1))
            .mapToObj(i -> i < 0 ? "sales.t0" : "t" + i)
            .toArray(String[]::new);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void elevenDatabasesFailThePrecheckOfATask() throws ClientException {
    start("DBOwner");

    assertThat(failed(whole(11)))
        .containsExactly(
            Map.entry(
                "CHECK_SQLSERVER_DB_NUM",
                "11 databases are selected, at most 10 are allowed for a task"));
    assertThat(failed(whole(10))).isEmpty();
  }

  @Test
  void aThousandAndOneEditedTablesDoLikewise() throws ClientException {
    start("DBOwner");

    assertThat(failed(renamed(TABLES)))
        .containsExactly(
            Map.entry(
                "CHECK_SQLSERVER_EDITED_TABLE_NUM",
                "1001 tables are edited, at most 1000 are allowed for a task"));
    assertThat(failed(renamed(TABLES - 1))).isEmpty();
  }

  @Test
  void tablesOfOneNameInTwoSchemasAreCopiedWithTheWholeDatabaseOnly() throws ClientException {
    start("DBOwner");
    String both =
        "{\"db0\":{\"name\":\"beside\",\"all\":false,\"Schema\":{%s,%s}}}"
            .formatted(schema("dbo", "t0"), schema("sales", "t0"));

    assertThat(failed(both)).containsKey("CHECK_SQLSERVER_SAME_TABLE_NAME");
    assertThat(failed("{\"db0\":{\"name\":\"beside\",\"all\":true}}")).isEmpty();
  }

  @Test
  void theSourceIsReadByItsOwnerOnly() throws ClientException {
    start("ReadWrite");

    assertThat(failed(whole(1)))
        .containsExactly(Map.entry("CHECK_AUTH_SRC", "the account is not db_owner of db0"));
  }

  private static String whole(int databases) {
    return list(databases, i -> "\"db%d\":{\"name\":\"db%d\",\"all\":true}".formatted(i, i));
  }

  private static String renamed(int tables) {
    return "{\"db0\":{\"name\":\"beside\",\"all\":false,\"Schema\":{\"dbo\":{\"name\":\"dbo\",\"all\":false,\"Table\":%s}}}}"
        .formatted(
            list(tables, i -> "\"t%d\":{\"name\":\"t%d_old\",\"all\":true}".formatted(i, i)));
  }

  private static String list(int count, IntFunction<String> entry) {
    return IntStream.range(0, count).mapToObj(entry).collect(joining(",", "{", "}"));
  }

  private static String schema(String schema, String table) {
    return "\"%s\":{\"name\":\"%s\",\"all\":false,\"Table\":{\"%s\":{\"name\":\"%s\",\"all\":true}}}"
        .formatted(schema, schema, table, table);
  }

  /** Failed items of a task's precheck with what they say. */
  private Map<String, String> failed(String dbList) throws ClientException {
    Map<String, String> changed =
        Map.of("SourceEndpointEngineName", "MSSQL", "DestinationEndpointEngineName", "MSSQL");
    String[] arguments = Cloud.job("rr-job", "rm-source", "rm-target", dbList, "2");
    for (int i = 0; i < arguments.length; i += 2) {
      arguments[i + 1] = changed.getOrDefault(arguments[i], arguments[i + 1]);
    }
    String job = cloud.dts("ConfigureDtsJob", arguments).get("DtsJobId").asText();
    cloud.dts("CreateDtsInstance", "JobId", job, "PayType", "PostPaid", "AutoStart", "true");
    time.advance(Duration.ofSeconds(3));
    Map<String, String> failed = new HashMap<>();
    cloud
        .dts("DescribePreCheckStatus", "DtsJobId", job, "JobCode", "01", "PageSize", "50")
        .get("JobProgress")
        .forEach(
            item -> {
              if (item.path("State").asText().equals("Failed")) {
                failed.put(item.get("Item").asText(), sentence(item));
              }
            });
    return failed;
  }

  private static String sentence(JsonNode item) {
    return item.at("/Logs/0/ErrMsg").asText();
  }
}
