package io.rdsrestore.workflows.sweep;

import com.google.common.base.Strings;
import io.rdsrestore.workflows.RestoreMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an instance is a clone that a restore made: by its description, held against the rest.
 */
public final class CloneMark {
  /** Clocks differ. */
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private static final String PAY_AS_YOU_GO = "Postpaid";
  private static final String PRIMARY = "Primary";

  private CloneMark() {}

  /** Whether it may be one: by a word of its description, or by a tag. */
  public static boolean isLike(SeenInstance instance) {
    return RestoreMark.restoreIdIn(instance.description()).isPresent()
        || RestoreMark.primaryIn(instance.description()).isPresent()
        || instance.tags().containsKey(RestoreMark.TAG_RESTORE_ID);
  }

  /**
   * What is known of it; empty if nothing speaks for a clone of ours.
   *
   * @param primaries instances that something of ours names as its primary
   */
  public static Optional<Marked> of(SeenInstance instance, Set<String> primaries) {
    if (!isLike(instance)) {
      return Optional.empty();
    }
    Optional<RestoreMark.Clone> mark = RestoreMark.cloneIn(instance.description());
    String tagged = instance.tags().get(RestoreMark.TAG_RESTORE_ID);
    return Optional.of(
        new Marked(
            MarkedKind.CLONE,
            instance.regionId(),
            instance.id(),
            instance.id(),
            mark.map(RestoreMark.Clone::primaryId)
                .orElse(instance.tags().get(RestoreMark.TAG_PRIMARY)),
            mark.map(RestoreMark.Clone::restoreId)
                .or(() -> RestoreMark.restoreIdIn(instance.description()))
                .orElse(tagged),
            instance.status(),
            instance.createdAt(),
            instance.tags().get(RestoreMark.TAG_KEPT_BY),
            instance.tags().get(RestoreMark.TAG_KEPT_AT),
            Strings.emptyToNull(
                mark.map(clone -> doubt(instance, clone, primaries))
                    .orElse("its description is not the one that a restore gives")),
            null));
  }

  private static String doubt(
      SeenInstance instance, RestoreMark.Clone mark, Set<String> primaries) {
    String taggedId = instance.tags().get(RestoreMark.TAG_RESTORE_ID);
    String taggedPrimary = instance.tags().get(RestoreMark.TAG_PRIMARY);
    Instant began = mark.expires().minus(RestoreMark.LIFE).minus(TOLERANCE);
    if (mark.primaryId().equals(instance.id()) || primaries.contains(instance.id())) {
      return "it is the primary of a restore";
    }
    if (taggedId != null && !taggedId.equals(mark.restoreId())) {
      return "its tags name another restore than its description";
    }
    if (taggedPrimary != null && !taggedPrimary.equals(mark.primaryId())) {
      return "its tags name another primary than its description";
    }
    if (instance.type() != null && !PRIMARY.equalsIgnoreCase(instance.type())) {
      return "it is of type %s; a clone is an instance of its own".formatted(instance.type());
    }
    if (instance.payType() != null && !PAY_AS_YOU_GO.equalsIgnoreCase(instance.payType())) {
      return "it is paid %s; a restore buys pay-as-you-go".formatted(instance.payType());
    }
    if (instance.createdAt() != null && instance.createdAt().isBefore(began)) {
      return "it is older than the restore that its description names";
    }
    return instance.isProtected() ? "somebody switched its deletion protection on" : "";
  }
}
