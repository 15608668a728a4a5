package io.rdsrestore.workflows.request;

import static io.rdsrestore.workflows.request.Requests.NOW;
import static io.rdsrestore.workflows.request.Requests.problemsOf;
import static io.rdsrestore.workflows.request.Requests.smallest;
import static io.rdsrestore.workflows.request.Requests.with;
import static io.rdsrestore.workflows.request.Requests.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rdsrestore.workflows.language.Language;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  @Test
  void theSmallestRequestHasSafeDefaults() {
    ReadRequest read = RequestReader.read(smallest(), NOW);

    assertThat(read.problems()).isEmpty();
    assertThat(read.isValid()).isTrue();
    assertThat(read.request())
        .isEqualTo(
            RestoreRequest.of(
                "cn-hangzhou",
                "rm-primary01",
                RestorePoint.at(Instant.parse("2026-11-22T08:15:00Z")),
                List.of(
                    new DatabaseSelection(
                        "shop",
                        null,
                        List.of(
                            new TableSelection("orders", null),
                            new TableSelection("items", "items_before")))),
                "ana",
                "INC-4711: orders lost their status"));
  }

  @Test
  void everyOptionalFieldIsRead() {
    RestoreRequest request =
        RequestReader.read(
                with(
                    """
                    {"restoreTo": {"backupId": "902001"}, "objects": [{"database": "shop", "as": "old"}],
                     "target": "original", "migrate": ["data", "structure"], "taskName": "Zurück 1",
                     "onConflict": "keepExisting", "approval": "notRequired", "termsAccepted": true,
                     "accounts": {"mode": "existing", "userName": "dba", "passwordRef": "env:DBA",
                       "source": {"userName": "old", "passwordRef": "file:/run/secrets/old"}},
                     "clone": {"class": "mysql.x4", "storageType": "cloud_essd", "zone": "cn-hangzhou-b",
                       "vSwitch": "vsw-1", "keepFor": "P2D"},
                     "verify": "counts", "undoFor": "P3D", "autoIncrementFloor": 700000, "afterwards": "ask", "autoRepair": "none", "language": "zh",
                     "migration": {"maxRowsPerSecond": 5000, "maxBytesPerSecond": 1048576},
                     "limits": {"cloneWait": "PT1H", "precheckWait": "PT2M", "migrationWait": "P1DT1H",
                       "decisionReminder": "PT30M", "decisionDeadline": "PT0.5S",
                       "unknownOutcomeWait": "PT1S", "maxCost": 12.5, "diskPercent": 70,
                       "replicaDelay": "PT30S", "threadsRunning": 60}}
                    """),
                NOW)
            .request();

    assertThat(request)
        .isEqualTo(
            new RestoreRequest(
                "cn-hangzhou",
                "rm-primary01",
                RestorePoint.backup("902001"),
                List.of(new DatabaseSelection("shop", "old", null)),
                "ana",
                "INC-4711: orders lost their status",
                TargetMode.ORIGINAL,
                MigrationPart.BOTH,
                "Zurück 1",
                ConflictMode.KEEP_EXISTING,
                new Accounts(
                    AccountMode.EXISTING,
                    "dba",
                    "env:DBA",
                    new AccountReference("old", "file:/run/secrets/old"),
                    null),
                ApprovalMode.NOT_REQUIRED,
                true,
                new CloneWish(
                    "mysql.x4", "cloud_essd", "cn-hangzhou-b", "vsw-1", Duration.ofDays(2)),
                VerifyMode.COUNTS,
                MoveIn.WHEN_VERIFIED,
                700_000L,
                Afterwards.ASK,
                Duration.ofDays(3),
                AutoRepair.NONE,
                Language.ZH,
                new CopyRate(5000L, 1_048_576L),
                new Limits(
                    Duration.ofHours(1),
                    Duration.ofMinutes(2),
                    Duration.ofHours(25),
                    Duration.ofMinutes(30),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    new BigDecimal("12.5"),
                    70,
                    Duration.ofSeconds(30),
                    60)));
  }

  static Stream<Arguments> wholes() {
    return Stream.of(
        arguments(null, "the request is empty; a JSON object is wanted"),
        arguments(" ", "the request is empty; a JSON object is wanted"),
        arguments("[]", "the request must be a JSON object, it is an array"),
        arguments("7", "the request must be a JSON object, it is a number"),
        arguments(
            "null", "the request must be a JSON object, it is null (leave the field out instead)"),
        arguments("{\"a\":}", "the request is not JSON (line 1, column 6)"),
        arguments("{} {}", "the request is not JSON (line 1, column 4)"),
        arguments(
            "{\"a\": 1, }",
            "the request is not JSON (line 1, column 10): the comma before it is one too many"),
        arguments(
            "{\"a\": [1,\n]}",
            "the request is not JSON (line 2, column 1): the comma before it is one too many"),
        arguments(
            "\"" + "ä".repeat(131_072) + "\"",
            "the request is larger than 256 KB; choose whole databases instead of tables"));
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void whatIsNoJsonObjectIsRefusedAsAWhole(String json, String problem) {
    assertThat(problemsOf(json)).containsExactly(problem);
  }

  @Test
  void brokenJsonIsNotQuotedBack() {
    assertThat(problemsOf("{\"accounts\": {\"password\": S3cret}}").toString())
        .doesNotContain("S3cret");
  }

  @Test
  void aKeyGivenTwiceIsNamedByItsPath() {
    String json =
        smallest()
            .replace("\"ana\"", "\"ana\", \"requestedBy\": \"bob\"")
            .replace("\"name\": \"items\",", "\"name\": \"items\", \"name\": \"lines\",");

    assertThat(problemsOf(json))
        .containsExactly(
            "objects[0].tables[1].name: is given twice", "requestedBy: is given twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"regionId", "instanceId", "restoreTo", "objects", "requestedBy", "reason"})
  void whatIsMissingIsNamed(String field) {
    assertThat(problemsOf(without(field))).containsExactly(field + ": is missing");
  }

  @Test
  void allProblemsAreInOneAnswer() {
    assertThat(
            problemsOf(
                "{\"instanceid\": \"rm-1\", \"restoreTo\": {}, \"objects\": [], \"reason\": \" \"}"))
        .containsExactly(
            "instanceid: is not supported by this version; did you mean \"instanceId\"? (known"
                + " here: regionId, instanceId, restoreTo, objects, requestedBy, reason, target,"
                + " migrate, taskName, onConflict, accounts, approval, termsAccepted, clone,"
                + " verify, moveIn, autoIncrementFloor, afterwards, undoFor, autoRepair, language, migration, limits)",
            "regionId: is missing",
            "instanceId: is missing",
            "restoreTo: needs time or backupId",
            "objects: is empty",
            "requestedBy: is missing",
            "reason: is blank");
  }

  static Stream<Arguments> problems() {
    String names = "restoreTo, objects, requestedBy, reason, target,";
    return Stream.of(
        // texts
        arguments(
            "{'regionId': 'Hangzhou'}",
            "regionId: \"Hangzhou\" is no region id, for example cn-hangzhou"),
        arguments(
            "{'instanceId': 'primary'}",
            "instanceId: \"primary\" is no RDS instance id, for example rm-bp1a2b3c4d5e6f7g8"),
        arguments(
            "{'instanceId': 'rm-a/b'}",
            "instanceId: \"rm-a/b\" is no RDS instance id, for example rm-bp1a2b3c4d5e6f7g8"),
        arguments("{'requestedBy': ''}", "requestedBy: is blank"),
        arguments("{'requestedBy': 7}", "requestedBy: must be a text, is a number"),
        arguments("{'requestedBy': true}", "requestedBy: must be a text, is true or false"),
        arguments(
            "{'requestedBy': null}",
            "requestedBy: must be a text, is null (leave the field out instead)"),
        arguments(
            "{'reason': '" + "x".repeat(2001) + "'}", "reason: is longer than 2000 characters"),
        // the restore point
        arguments(
            "{'restoreTo': '2026-11-22T16:15:00Z'}", "restoreTo: must be an object, is a text"),
        arguments(
            "{'restoreTo': {'time': '2026-11-22T16:15:00Z', 'backupId': '1'}}",
            "restoreTo: has both time and backupId; exactly one is wanted"),
        arguments(
            "{'restoreTo': {'time': '2026-11-22T16:15:00'}}",
            "restoreTo.time: 2026-11-22T16:15:00 has no zone; add Z for UTC or an offset like +08:00"),
        arguments(
            "{'restoreTo': {'time': '2026-11-22T16:15:00.5Z'}}",
            "restoreTo.time: 2026-11-22T16:15:00.5Z has fractions of a second; RDS restores to whole seconds, each with all its commits"),
        arguments(
            "{'restoreTo': {'time': '2026-11-23T10:00:01Z'}}",
            "restoreTo.time: 2026-11-23T10:00:01Z is in the future (now it is 2026-11-23T10:00:00Z)"),
        arguments(
            "{'restoreTo': {'time': 'yesterday'}}",
            "restoreTo.time: \"yesterday\" is not an ISO 8601 time with seconds and zone, for example 2026-11-22T16:15:00+08:00"),
        arguments(
            "{'restoreTo': {'time': '2026-02-30T16:15:00Z'}}",
            "restoreTo.time: 2026-02-30T16:15:00Z does not exist in the calendar"),
        arguments(
            "{'restoreTo': {'backupId': 'a b'}}",
            "restoreTo.backupId: \"a b\" is no name of the cloud: letters, digits, _ . and - only"),
        arguments(
            "{'restoreTo': {'Time': '2026-11-22T16:15:00Z', 'backupId': '1'}}",
            "restoreTo.Time: is not supported by this version; did you mean \"time\"? (known here: time, backupId)"),
        // objects
        arguments("{'objects': {}}", "objects: must be an array, is an object"),
        arguments("{'objects': ['shop']}", "objects[0]: must be an object, is a text"),
        arguments("{'objects': [{}]}", "objects[0].database: is missing"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': []}]}", "objects[0].tables: is empty"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': [7]}]}",
            "objects[0].tables[0]: must be an object, is a number"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': [{'as': 'x'}]}]}",
            "objects[0].tables[0].name: is missing"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': [{'name': 'x', 'filter': 'id>1'}]}]}",
            "objects[0].tables[0].filter: is not supported by this version (known here: name, as)"),
        arguments(
            "{'objects': [{'database': 'Mysql'}]}",
            "objects[0].database: \"Mysql\" is a system database; it is not restored"),
        arguments(
            "{'objects': [{'database': 'shop', 'as': 'sys'}]}",
            "objects[0].as: \"sys\" is a system database; it is not restored"),
        arguments(
            "{'objects': [{'database': 'shop', 'as': 'my shop'}]}",
            "objects[0].as: \"my shop\" cannot be created by RDS and DTS: letters, digits, _ and - only"),
        arguments(
            "{'objects': [{'database': '" + "d".repeat(65) + "', 'as': 'x'}]}",
            "objects[0].database: is longer than 64 characters"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': ['o*']}]}",
            "objects[0].tables[0]: \"o*\" holds a wildcard; name each object, or leave out tables for all"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': ['shop.dbo.orders']}]}",
            "objects[0].tables[0]: \"dbo.orders\" is no name of a database or table: no / \\ . or control characters, no blank at the end"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': ['orders ']}]}",
            "objects[0].tables[0]: \"orders \" is no name of a database or table: no / \\ . or control characters, no blank at the end"),
        arguments(
            "{'objects': [{'database': 'shop'}, {'database': 'shop', 'as': 'x'}]}",
            "objects[1].database: \"shop\" is chosen twice; name it once"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': ['orders', 'orders']}]}",
            "objects[0].tables[1]: \"orders\" is chosen twice; name it once"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': ['orders', {'name': 'old', 'as': 'ORDERS'}]}]}",
            "objects[0].tables[1]: another table gets the name \"ORDERS\" too"),
        arguments(
            "{'objects': [{'database': 'shop'}, {'database': 'crm', 'as': 'Shop'}]}",
            "objects[1]: lands on the same name as objects of \"shop\": \"Shop\"; give one of them another name with as"),
        arguments(
            "{'objects': [{'database': 'shop', 'tables': ['a'], 'as': 'x'}, {'database': 'crm', 'tables': ['b', 'A'], 'as': 'x'}]}",
            "objects[1]: lands on the same name as objects of \"shop\": \"x\"; give one of them another name with as"),
        arguments(
            "{'target': 'sideBySide', 'objects': [{'database': 'shop'}, {'database': 'crm', 'as': 'shop_restored_202611220815'}]}",
            "objects[1]: lands on the same name as objects of \"shop\": \"shop_restored_202611220815\"; give one of them another name with as"),
        arguments(
            "{'objects': [{'database': '" + "d".repeat(43) + "'}]}",
            "objects[0].database: its name beside the original, "
                + "d".repeat(43)
                + "_restored_<yyyyMMddHHmm>, would be longer than 64 characters; give a shorter one with as"),
        arguments(
            "{'target': 'sideBySide', 'objects': [{'database': 'my shop'}]}",
            "objects[0].database: RDS and DTS create only databases named with letters, digits, _ and -; give such a name for the one beside the original with as"),
        arguments(
            "{'target': 'original', 'moveIn': 'ask'}",
            "moveIn: is for target auto; with target original tables are copied under their own"
                + " names, with sideBySide they stay beside"),
        arguments(
            "{'migrate': ['data'], 'moveIn': 'never'}",
            "moveIn: is for tables that are made anew; migrate [\"data\"] fills those that exist"),
        arguments(
            "{'target': 'original', 'autoIncrementFloor': 5}",
            "autoIncrementFloor: is for tables that move or are swapped into their places, and here"
                + " none is: that takes target auto with a moveIn, or afterwards ask"),
        arguments(
            "{'undoFor': 'P1D'}",
            "undoFor: is for tables that a person swaps or merges: that takes afterwards ask"),
        arguments(
            "{'afterwards': 'ask', 'undoFor': 'P31D'}",
            "undoFor: P31D is longer than the 30 days allowed"),
        arguments(
            "{'autoIncrementFloor': 0}",
            "autoIncrementFloor: must be from 1 to 9223372036854775807"),
        arguments(
            "{'target': 'sideBySide', 'migrate': ['data']}",
            "objects: migrate [\"data\"] fills tables that exist, and sideBySide goes where none are; migrate structure too, or choose target original"),
        // enums and flags
        arguments(
            "{'target': 'beside'}",
            "target: is \"beside\"; must be one of original, sideBySide, auto"),
        arguments(
            "{'onConflict': 'overwrite'}",
            "onConflict: is \"overwrite\"; must be one of ask, keepExisting"),
        arguments(
            "{'verify': 'full'}", "verify: is \"full\"; must be one of checksum, counts, none"),
        arguments(
            "{'approval': 'none'}", "approval: is \"none\"; must be one of required, notRequired"),
        arguments(
            "{'approval': 'notRequired'}",
            "termsAccepted: must be true where approval is \"notRequired\": nobody else accepts the terms of service and the price"),
        arguments("{'termsAccepted': 'yes'}", "termsAccepted: must be true or false, is a text"),
        arguments("{'migrate': []}", "migrate: is empty"),
        arguments(
            "{'migrate': ['rows']}", "migrate[0]: is \"rows\"; must be one of structure, data"),
        arguments("{'migrate': ['data', 'data']}", "migrate[1]: is given twice"),
        // names
        arguments(
            "{'taskName': '-x'}",
            "taskName: \"-x\" must begin with a letter or digit and hold only letters, digits, blanks, _ . and -"),
        arguments(
            "{'taskName': '" + "x".repeat(65) + "'}", "taskName: is longer than 64 characters"),
        arguments(
            "{'taskName': 'for rr-abcdefgh23'}",
            "taskName: \"for rr-abcdefgh23\" looks like the mark of another restore"),
        // accounts
        arguments("{'accounts': {}}", "accounts.mode: is missing"),
        arguments(
            "{'accounts': {'mode': 'managed', 'userName': 'dba'}}",
            "accounts.userName: goes only with mode \"existing\""),
        arguments(
            "{'accounts': {'mode': 'existing', 'passwordRef': 'env:A'}}",
            "accounts.userName: is missing"),
        arguments(
            "{'accounts': {'mode': 'existing', 'userName': 'a b', 'passwordRef': 'env:A'}}",
            "accounts.userName: holds blanks or control characters"),
        arguments(
            "{'accounts': {'mode': 'existing', 'userName': 'a', 'passwordRef': 'file:secret'}}",
            "accounts.passwordRef: must say where the worker finds the password, env:NAME, file:/absolute/path or scheme://place of a secret store; never the password itself"),
        arguments(
            "{'accounts': {'mode': 'existing', 'userName': 'a', 'passwordRef': 'env:A', 'target': {'userName': 'b'}}}",
            "accounts.target.passwordRef: is missing"),
        // the clone and limits
        arguments(
            "{'clone': {'zone': 'a b'}}",
            "clone.zone: \"a b\" is no name of the cloud: letters, digits, _ . and - only"),
        arguments(
            "{'clone': {'keepFor': '2 days'}}",
            "clone.keepFor: \"2 days\" is not an ISO 8601 duration of days to seconds, for example PT6H"),
        arguments(
            "{'clone': {'keepFor': 'P31D'}}",
            "clone.keepFor: P31D is longer than the 30 days allowed"),
        arguments(
            "{'clone': {'keepUntil': 'P1D'}}",
            "clone.keepUntil: is not supported by this version (known here: class, storageType, zone, vSwitch, keepFor)"),
        arguments(
            "{'limits': {'cloneWait': '6h'}}",
            "limits.cloneWait: \"6h\" is not an ISO 8601 duration of days to seconds, for example PT6H"),
        arguments(
            "{'limits': {'cloneWait': 'PT'}}",
            "limits.cloneWait: \"PT\" is not an ISO 8601 duration of days to seconds, for example PT6H"),
        arguments(
            "{'limits': {'cloneWait': 'P99999999999999999999D'}}",
            "limits.cloneWait: \"P99999999999999999999D\" is not an ISO 8601 duration of days to seconds, for example PT6H"),
        arguments(
            "{'limits': {'cloneWait': 'PT0S'}}", "limits.cloneWait: must be longer than nothing"),
        arguments(
            "{'limits': {'cloneWait': 'P8D'}}",
            "limits.cloneWait: P8D is longer than the 7 days allowed"),
        arguments(
            "{'limits': {'migrationWait': 'P31D'}}",
            "limits.migrationWait: P31D is longer than the 30 days allowed"),
        arguments(
            "{'limits': {'maxCosts': 5}}",
            "limits.maxCosts: is not supported by this version; did you mean \"maxCost\"? (known here: cloneWait, precheckWait, migrationWait, decisionReminder, decisionDeadline, unknownOutcomeWait, maxCost, diskPercent, replicaDelay, threadsRunning)"),
        arguments(
            "{'limits': {'maxCost': 0}}",
            "limits.maxCost: must be more than 0 and at most 1000000000"),
        arguments("{'limits': {'maxCost': '5'}}", "limits.maxCost: must be a number, is a text"),
        arguments("{'limits': {'diskPercent': 100}}", "limits.diskPercent: must be from 1 to 99"),
        arguments(
            "{'migration': {'maxRowsPerSecond': 1.5}}",
            "migration.maxRowsPerSecond: must be a whole number, is a number"),
        arguments(
            "{'migration': {'maxBytesPerSecond': 10}}",
            "migration.maxBytesPerSecond: must be from 1024 to 1099511627776"),
        arguments("{'autoRepair': 'all'}", "autoRepair: is \"all\"; must be one of safe, none"),
        arguments("{'language': 'zh-CN'}", "language: is \"zh-CN\"; must be one of en, zh"),
        arguments("{'language': 7}", "language: must be a text, is a number"),
        arguments(
            "{'langage': 'zh'}",
            "langage: is not supported by this version; did you mean \"language\"? (known here: regionId, instanceId, "
                + names
                + " migrate, taskName, onConflict, accounts, approval, termsAccepted, clone, verify, moveIn, autoIncrementFloor, afterwards, undoFor, autoRepair, language, migration, limits)"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void eachProblemIsNamedByItsField(String fields, String problem) {
    ReadRequest read = RequestReader.read(with(fields.replace('\'', '"')), NOW);

    assertThat(read.problems()).extracting(RequestProblem::toString).containsExactly(problem);
    assertThat(read.isValid()).isFalse();
    assertThat(read.request()).isNull();
  }

  @Test
  void I7_aPasswordIsNeverShownBack() {
    List<String> problems =
        problemsOf(
            with(
                """
                {"accounts": {"mode": "existing", "userName": "dba", "password": "S3cret!x",
                 "passwordRef": "S3cret!x", "source": {"userName": "old", "passwordRef": "S3cret!x"}}}
                """));

    assertThat(problems)
        .hasSize(3)
        .noneMatch(problem -> problem.contains("S3cret"))
        .first()
        .isEqualTo(
            "accounts.password: a password never goes into a request; give its place as"
                + " passwordRef, env:NAME or file:/absolute/path");
  }

  @Test
  void anExplicitNameAllowsALongOrStrangeDatabase() {
    assertThat(
            problemsOf(
                with(
                    "{\"objects\": [{\"database\": \"%s\", \"as\": \"a\"}, {\"database\": \"my shop\", \"as\": \"b\"}]}"
                        .formatted("d".repeat(64)))))
        .isEmpty();
  }

  @Test
  void aLongOrStrangeNameIsFineWhereNothingGoesBeside() {
    String objects =
        "{\"objects\": [{\"database\": \"%s\"}, {\"database\": \"my shop\"}]"
            .formatted("d".repeat(64));

    assertThat(problemsOf(with(objects + ", \"target\": \"original\"}"))).isEmpty();
    assertThat(problemsOf(with(objects + ", \"migrate\": [\"data\"]}"))).isEmpty();
  }

  @Test
  void theNameBesideMayHaveExactlyTheLengthAllowed() {
    assertThat(
            problemsOf(with("{\"objects\": [{\"database\": \"%s\"}]}".formatted("d".repeat(42)))))
        .isEmpty();
  }

  @Test
  void tablesOfTwoDatabasesMayShareOneIfTheirNamesDiffer() {
    assertThat(
            problemsOf(
                with(
                    """
                    {"objects": [{"database": "shop", "as": "x", "tables": ["a"]},
                      {"database": "crm", "as": "x", "tables": ["b"]}]}
                    """)))
        .isEmpty();
  }

  @Test
  void aRequestOfManyTablesIsReadInOneGo() {
    String tables =
        String.join(",", IntStream.range(0, 5000).mapToObj(i -> "\"t" + i + "\"").toList());

    assertThat(
            problemsOf(
                with("{\"objects\": [{\"database\": \"shop\", \"tables\": [" + tables + "]}]}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1E+2147483648", "1e-999999999"})
  void anAmountThatNoNumberHoldsIsAProblemAndNoFailure(String amount) {
    String json = "{\"limits\": {\"maxCost\": %s}}".formatted(amount);

    assertThat(RequestReader.read(json, NOW).problems())
        .extracting(RequestProblem::toString)
        .contains("limits.maxCost: must be more than 0 and at most 1000000000");
  }
}
