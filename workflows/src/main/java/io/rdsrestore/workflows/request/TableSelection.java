package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A table; in JSON its name alone, or {@code {"name", "as"}}.
 *
 * @param name its name in the clone
 * @param as its name on the primary afterwards; null: the same
 */
public record TableSelection(String name, String as) {

  @JsonCreator
  public TableSelection(@JsonProperty("name") String name, @JsonProperty("as") String as) {
    this.name = name;
    this.as = as;
  }

  /** The name on the primary afterwards. */
  public String targetName() {
    return as == null ? name : as;
  }
}
