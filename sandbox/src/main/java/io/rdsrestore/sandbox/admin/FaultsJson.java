package io.rdsrestore.sandbox.admin;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rdsrestore.sandbox.http.FaultRule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads faults, and says in a sentence what is wrong with them. */
public final class FaultsJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FaultsJson() {}

  /**
   * All faults of a text, in its order.
   *
   * @param text a JSON list of objects, or one object
   * @throws IllegalArgumentException with what is wrong, if anything is
   */
  public static List<FaultRule> parse(String text) {
    try {
      List<FaultRule> rules = JSON.readValue(text, new TypeReference<>() {});
      if (rules == null || rules.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("a list of faults is expected, without null");
      }
      return List.copyOf(rules);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          "a fault has no field %s; it has %s"
              .formatted(
                  e.getPropertyName(),
                  Arrays.stream(FaultRule.class.getRecordComponents())
                      .map(part -> part.getName())
                      .collect(Collectors.joining(", "))),
          e);
    } catch (InvalidFormatException e) {
      throw new IllegalArgumentException(badValue(e), e);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(cause(e), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(notJson(e), e);
    }
  }

  private static String cause(JsonMappingException e) {
    if (e.getCause() instanceof JsonParseException syntax) {
      return notJson(syntax);
    }
    return e.getCause() instanceof IllegalArgumentException meaning
        ? meaning.getMessage()
        : "a list of faults is expected, for example"
            + " [{\"action\": \"CloneDBInstance\", \"effect\": \"reset\"}]";
  }

  private static String notJson(JsonProcessingException e) {
    return "this is not JSON: " + e.getOriginalMessage();
  }

  private static String badValue(InvalidFormatException e) {
    String field =
        e.getPath().isEmpty() ? "a field" : e.getPath().get(e.getPath().size() - 1).getFieldName();
    Object[] choices = e.getTargetType().getEnumConstants();
    return choices == null
        ? "%s cannot be %s: a number is expected".formatted(field, e.getValue())
        : "%s cannot be %s; it is one of %s"
            .formatted(
                field,
                e.getValue(),
                Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", ")));
  }
}
