package io.rdsrestore.workflows.sweep;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.plan.Price;
import java.time.Instant;

/**
 * Something in the cloud that carries our mark, or looks as if it did.
 *
 * @param kind what it is
 * @param regionId where
 * @param id its own id or name
 * @param instanceId the instance that it is on; of a clone its own id, of a DTS job its target
 * @param primaryId the primary of the restore that made it; null if it does not say
 * @param restoreId whose it is; null of a whitelist group, which has one owner at a time
 * @param status as RDS or DTS has it; null of what has none
 * @param createdAt null if it is not known
 * @param keptBy the workflow or the person that keeps a clone beyond its restore, as its tags say;
 *     null: none
 * @param keptAt since when a person keeps it, as its tags say; null: no person does
 * @param doubt why it may be somebody else's, in one sentence; null: it is certain
 * @param price of an hour; null if it costs nothing or that is not known
 */
public record Marked(
    MarkedKind kind,
    String regionId,
    String id,
    String instanceId,
    String primaryId,
    String restoreId,
    String status,
    Instant createdAt,
    String keptBy,
    String keptAt,
    String doubt,
    Price price) {

  /** The same with its price. */
  public Marked priced(Price newPrice) {
    return new Marked(
        kind,
        regionId,
        id,
        instanceId,
        primaryId,
        restoreId,
        status,
        createdAt,
        keptBy,
        keptAt,
        doubt,
        newPrice);
  }

  /** For people. */
  @JsonIgnore
  public String name() {
    return switch (kind) {
      case CLONE, JOB -> kind.words() + " " + id;
      case ACCOUNT, WHITELIST -> "%s %s on %s".formatted(kind.words(), id, instanceId);
    };
  }
}
