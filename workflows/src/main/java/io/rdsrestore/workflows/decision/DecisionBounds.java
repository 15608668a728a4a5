package io.rdsrestore.workflows.decision;

import com.google.common.base.Ascii;
import io.rdsrestore.workflows.merge.MergeCondition;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of a decision is kept: all of them together go into the status and the report, which
 * Temporal refuses beyond 2 MB, and a restore must not end by that.
 */
final class DecisionBounds {
  /** A comment is cut here. */
  static final int COMMENT = 500;

  /** Names and ids that are longer are no names of ours. */
  static final int NAME = 100;

  /** So many items or dangers are named at most. */
  static final int LIST = 100;

  private DecisionBounds() {}

  /** What is too long to be meant; empty if nothing is. */
  static Optional<String> problem(Decision decision) {
    boolean tooLong =
        Stream.of(
                Stream.of(decision.gate(), decision.id(), decision.planHash(), decision.decision()),
                decision.namedItems().stream(),
                decision.namedDangers().stream(),
                decision.namedTables().stream())
            .flatMap(texts -> texts)
            .filter(Objects::nonNull)
            .anyMatch(text -> text.length() > NAME);
    if (tooLong) {
      return Optional.of(
          "gate, id, decision, planHash and each item and table have at most %d characters"
              .formatted(NAME));
    }
    if (decision.where() != null && decision.where().length() > MergeCondition.LONGEST) {
      return Optional.of("where has at most %d characters".formatted(MergeCondition.LONGEST));
    }
    boolean tooMany =
        Stream.of(decision.namedItems(), decision.namedDangers(), decision.namedTables())
            .anyMatch(names -> names.size() > LIST);
    return tooMany
        ? Optional.of("items, acknowledge and tables name at most %d each".formatted(LIST))
        : Optional.empty();
  }

  /** The same with what people wrote freely cut to what is kept of it. */
  static Decision cut(Decision decision) {
    return decision.toBuilder()
        .actor(cut(decision.actor(), NAME))
        .comment(cut(decision.comment(), COMMENT))
        .build();
  }

  private static String cut(String text, int most) {
    return text == null ? null : Ascii.truncate(text, most, "...");
  }
}
