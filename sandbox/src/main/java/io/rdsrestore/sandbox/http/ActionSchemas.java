package io.rdsrestore.sandbox.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the metadata of actions from the resources, each once. */
final class ActionSchemas {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Optional<ActionSchema>> read = new ConcurrentHashMap<>();

  Optional<ActionSchema> find(Product product, String action) {
    if (!action.matches("[A-Za-z]{1,80}")) {
      return Optional.empty();
    }
    return read.computeIfAbsent(product.folder() + "/" + action + ".json", this::load);
  }

  private Optional<ActionSchema> load(String file) {
    try (InputStream in =
        ActionSchemas.class.getResourceAsStream("/io/rdsrestore/sandbox/api/" + file)) {
      return in == null ? Optional.empty() : Optional.of(json.readValue(in, ActionSchema.class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the metadata " + file, e);
    }
  }
}
