package io.rdsrestore.workflows.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema says the same as the reader and the records. */
class RequestSchemaTest {
  private static final JsonNode SCHEMA = load();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);

  @Test
  void theSmallestRequestIsValid() throws JsonProcessingException {
    assertThat(VALIDATOR.validate(RestoreJson.mapper().readTree(Requests.smallest()))).isEmpty();
  }

  @Provide
  Arbitrary<RestoreRequest> requests() {
    return RequestArbitraries.requests();
  }

  @Property(tries = 200)
  void whatTheReaderTakesIsValid(@ForAll("requests") RestoreRequest request)
      throws JsonProcessingException {
    JsonNode json = RestoreJson.mapper().readTree(RestoreJson.write(request));

    assertThat(VALIDATOR.validate(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'regionId': 'Hangzhou'}",
        "{'instanceId': 'primary'}",
        "{'restoreTo': {}}",
        "{'restoreTo': {'time': '2026-11-22T16:15:00Z', 'backupId': '1'}}",
        "{'restoreTo': {'time': '2026-11-22T16:15:00'}}",
        "{'restoreTo': {'time': '2026-11-22T16:15:00.5Z'}}",
        "{'objects': []}",
        "{'objects': [{'database': 'mysql'}]}",
        "{'objects': [{'database': 'shop', 'tables': []}]}",
        "{'objects': [{'database': 'shop', 'tables': ['a.b.c']}]}",
        "{'objects': [{'database': 'shop', 'tables': ['a ']}]}",
        "{'objects': [{'database': 'shop', 'as': 'my shop'}]}",
        "{'requestedBy': ' '}",
        "{'target': 'beside'}",
        "{'migrate': ['data', 'data']}",
        "{'approval': 'notRequired'}",
        "{'approval': 'notRequired', 'termsAccepted': false}",
        "{'accounts': {'mode': 'managed', 'userName': 'a'}}",
        "{'accounts': {'mode': 'existing', 'userName': 'a', 'passwordRef': 'secret'}}",
        "{'accounts': {'mode': 'existing'}}",
        "{'limits': {'cloneWait': 'PT'}}",
        "{'clone': {'keepFor': '2 days'}}",
        "{'limits': {'maxCost': 0}}",
        "{'limits': {'diskPercent': 100}}",
        "{'migration': {'maxBytesPerSecond': 10}}",
        "{'autoRepair': 'all'}",
        "{'taskName': '-x'}",
        "{'language': 'fr'}",
        "{'clone': null}"
      })
  void whatItRefusesTheReaderRefusesToo(String fields) throws JsonProcessingException {
    String json = Requests.with(fields.replace('\'', '"'));

    assertThat(VALIDATOR.validate(RestoreJson.mapper().readTree(json))).isNotEmpty();
    assertThat(Requests.problemsOf(json)).isNotEmpty();
  }

  static Stream<Arguments> records() {
    AccountReference account = new AccountReference("a", "env:A");
    Duration hour = Duration.ofHours(1);
    return Stream.of(
        arguments(
            RequestReader.read(
                    Requests.with(
                        "{\"autoIncrementFloor\": 7, \"afterwards\": \"ask\", \"undoFor\": \"P1D\"}"),
                    Requests.NOW)
                .request(),
            ""),
        arguments(new RestorePoint(Requests.NOW, "b"), "/properties/restoreTo"),
        arguments(new DatabaseSelection("d", "a", List.of()), "/properties/objects/items"),
        arguments(
            new TableSelection("t", "a"),
            "/properties/objects/items/properties/tables/items/oneOf/1"),
        arguments(
            new Accounts(AccountMode.EXISTING, "a", "env:A", account, account),
            "/properties/accounts/oneOf/1"),
        arguments(account, "/$defs/account"),
        arguments(new CloneWish("c", "s", "z", "v", hour), "/properties/clone"),
        arguments(new CopyRate(1L, 1024L), "/properties/migration"),
        arguments(
            new Limits(hour, hour, hour, hour, hour, hour, BigDecimal.ONE, 85, hour, 25),
            "/properties/limits"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void itsFieldsAreThoseOfTheRecords(Object filled, String at) {
    JsonNode written = RestoreJson.mapper().valueToTree(filled);

    assertThat(SCHEMA.at(at + "/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(written::fieldNames);
    assertThat(SCHEMA.at(at + "/additionalProperties").asText()).isEqualTo("false");
  }

  static Stream<Arguments> enums() {
    return Stream.of(
        arguments(TargetMode.class, "/properties/target/enum"),
        arguments(MigrationPart.class, "/properties/migrate/items/enum"),
        arguments(ConflictMode.class, "/properties/onConflict/enum"),
        arguments(ApprovalMode.class, "/properties/approval/enum"),
        arguments(VerifyMode.class, "/properties/verify/enum"),
        arguments(MoveIn.class, "/properties/moveIn/enum"),
        arguments(Afterwards.class, "/properties/afterwards/enum"),
        arguments(AutoRepair.class, "/properties/autoRepair/enum"),
        arguments(Language.class, "/properties/language/enum"));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void itsWordsAreThoseOfTheEnums(Class<? extends Enum<?>> type, String at) {
    JsonNode words = RestoreJson.mapper().valueToTree(Arrays.asList(type.getEnumConstants()));

    assertThat(SCHEMA.at(at)).isEqualTo(words);
  }

  @Test
  void itsDefaultsAreThoseOfTheReader() {
    JsonNode defaults =
        RestoreJson.mapper()
            .valueToTree(
                RestoreRequest.of("r", "i", RestorePoint.backup("b"), List.of(), "who", "why"));

    for (String field :
        List.of(
            "target",
            "migrate",
            "taskName",
            "onConflict",
            "accounts",
            "approval",
            "termsAccepted",
            "verify",
            "moveIn",
            "afterwards",
            "autoRepair",
            "language")) {
      assertThat(SCHEMA.at("/properties/" + field + "/default"))
          .as(field)
          .isEqualTo(defaults.get(field));
    }
    JsonNode limits = defaults.get("limits");
    limits
        .fieldNames()
        .forEachRemaining(
            field ->
                assertThat(SCHEMA.at("/properties/limits/properties/" + field + "/default"))
                    .as(field)
                    .isEqualTo(limits.get(field)));
  }

  private static JsonNode load() {
    try (InputStream in =
        RestoreRequest.class.getResourceAsStream(
            "/io/rdsrestore/workflows/restore-request.schema.json")) {
      return RestoreJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
