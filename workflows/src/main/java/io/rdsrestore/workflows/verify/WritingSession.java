package io.rdsrestore.workflows.verify;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server keeps of the client that wrote a view, trigger, routine or event. DTS writes them
 * with a client of its own, so that those of an old client differ in nothing else, and always.
 */
public final class WritingSession {
  /** The character set that the text came in. */
  public static final String CHARSET = "character_set_client";

  /** How texts in it compare. */
  public static final String COLLATION = "collation_connection";

  /**
   * Of a view: its columns as they come out, with their character sets. It decides nothing else.
   */
  public static final String RESULT = "result_columns";

  private static final ImmutableSet<String> ATTRIBUTES = ImmutableSet.of(CHARSET, COLLATION);

  private WritingSession() {}

  /** Whether an attribute is one of these. */
  static boolean isOne(String attribute) {
    return ATTRIBUTES.contains(attribute);
  }

  /** Whether nothing but this is named. */
  public static boolean isAll(Collection<Difference> differences) {
    return !differences.isEmpty()
        && differences.stream().allMatch(difference -> isOne(difference.what()));
  }

  /**
   * That two views were written by different clients, and are the same view all the same: the
   * server keeps their texts in Unicode, what comes out has the same character sets, and texts
   * within are compared by the same rule. Empty if they were not, or are not.
   */
  public static Optional<String> ofSameView(DefinedObject source, DefinedObject target) {
    boolean isSame =
        source.kind() == ComparedKind.VIEW
            && !(same(CHARSET, source, target) && same(COLLATION, source, target))
            && source.attributes().containsKey(RESULT)
            && same(RESULT, source, target)
            && rule(source).equals(rule(target));
    return isSame
        ? Optional.of(
            "it was made by a client of %s, the copy by one of %s; what it says and its columns are the same"
                .formatted(source.attributes().get(CHARSET), target.attributes().get(CHARSET)))
        : Optional.empty();
  }

  private static boolean same(String attribute, DefinedObject source, DefinedObject target) {
    return Objects.equals(source.attributes().get(attribute), target.attributes().get(attribute));
  }

  /** The end of a collation's name, which says how letters compare: {@code ci}, {@code bin}. */
  private static String rule(DefinedObject object) {
    String collation = object.attributes().getOrDefault(COLLATION, "");
    return collation.substring(collation.lastIndexOf('_') + 1);
  }
}
