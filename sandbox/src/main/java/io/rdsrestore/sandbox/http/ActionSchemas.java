package io.rdsrestore.sandbox.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the metadata of actions from the resources, each once. */
final class ActionSchemas {
  private static final String ROOT = "/io/rdsrestore/sandbox/api/";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Optional<ActionSchema>> read = new ConcurrentHashMap<>();

  /** Whether RDS or DTS has an action of this name. */
  static boolean isKnown(String action) {
    return Arrays.stream(Product.values())
        .map(product -> ROOT + product.folder() + "/" + action + ".json")
        .anyMatch(file -> ActionSchemas.class.getResource(file) != null);
  }

  Optional<ActionSchema> find(Product product, String action) {
    if (!action.matches("[A-Za-z]{1,80}")) {
      return Optional.empty();
    }
    return read.computeIfAbsent(product.folder() + "/" + action + ".json", this::load);
  }

  private Optional<ActionSchema> load(String file) {
    try (InputStream in = ActionSchemas.class.getResourceAsStream(ROOT + file)) {
      return in == null ? Optional.empty() : Optional.of(json.readValue(in, ActionSchema.class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the metadata " + file, e);
    }
  }
}
