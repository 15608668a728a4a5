package io.rdsrestore.sandbox.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/** The request of one action as its published metadata describe it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ActionSchema(
    @JsonProperty("action") String action,
    @JsonProperty("methods") Set<String> methods,
    @JsonProperty("request") List<Parameter> request) {

  /** One parameter. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Parameter(
      @JsonProperty("name") String name,
      @JsonProperty("type") String type,
      @JsonProperty("required") boolean required) {

    void check(ApiCall call) {
      if (type.equals("RepeatList")) {
        checkList(call);
        return;
      }
      String value = call.text(name);
      if (value == null) {
        if (required) {
          throw ApiException.missing(name);
        }
        return;
      }
      if (!hasType(value)) {
        throw ApiException.invalid(name, "it is not of type " + type + ".");
      }
    }

    private void checkList(ApiCall call) {
      boolean given =
          call.parameters().keySet().stream().anyMatch(key -> key.startsWith(name + "."));
      if (required && !given) {
        throw ApiException.missing(name + ".1");
      }
    }

    private boolean hasType(String value) {
      return switch (type) {
        case "Integer" -> value.matches("-?\\d{1,9}");
        case "Long" -> value.matches("-?\\d{1,18}");
        case "Float", "Double" -> value.matches("-?\\d+(\\.\\d+)?");
        case "Boolean" -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        default -> true;
      };
    }
  }

  void check(ApiCall call) {
    request.forEach(parameter -> parameter.check(call));
  }
}
