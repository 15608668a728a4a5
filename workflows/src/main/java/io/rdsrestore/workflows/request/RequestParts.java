package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a request that a decision brings along, read as strictly as in the request itself.
 *
 * @param objects null if not there
 * @param target null if not there
 * @param restoreTo null if not there
 * @param migration null if not there
 * @param maxCost null if not there
 * @param problems all that is wrong with them
 */
public record RequestParts(
    List<DatabaseSelection> objects,
    TargetMode target,
    RestorePoint restoreTo,
    CopyRate migration,
    BigDecimal maxCost,
    List<RequestProblem> problems) {

  /** The fields that are read here. */
  public static final List<String> FIELDS =
      List.of("objects", "target", "restoreTo", "migration", "maxCost");

  /**
   * Reads those of the fields that are there. Whether an instant lies in the future is for {@link
   * RequestChange} to say.
   */
  public static RequestParts read(JsonNode message) {
    List<RequestProblem> problems = new ArrayList<>();
    JsonField root = JsonField.root(message, problems);
    return new RequestParts(
        root.child("objects").isAbsent() ? null : ObjectsReader.read(root.child("objects")),
        root.child("target").oneOf(TargetMode.class).orElse(null),
        root.child("restoreTo").isAbsent()
            ? null
            : RestorePointReader.read(root.child("restoreTo"), Instant.MAX),
        root.child("migration").isAbsent() ? null : CopyRateReader.read(root.child("migration")),
        LimitsReader.maxCost(root.child("maxCost")),
        List.copyOf(problems));
  }
}
