package io.rdsrestore.workflows.plan;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;

/** What DTS leaves behind of a database. */
public final class NotBrought {
  private static final ImmutableSet<ObjectKind> NEVER_BROUGHT =
      Sets.immutableEnumSet(ObjectKind.EVENT, ObjectKind.FOREIGN_KEY);

  private NotBrought() {}

  /**
   * Whether an object of the primary belongs to what is restored and does not come with it: chosen
   * tables come alone, a whole database with all but its events and, of SQL Server, its foreign
   * keys.
   */
  public static boolean by(ObjectTarget object, ObjectDefinition definition) {
    return object.database().equalsIgnoreCase(definition.database())
        && (object.isWhole()
            ? NEVER_BROUGHT.contains(definition.kind())
            : definition.kind() != ObjectKind.FOREIGN_KEY || isChosen(object, definition.table()));
  }

  private static boolean isChosen(ObjectTarget object, String table) {
    return object.tables().stream().anyMatch(chosen -> chosen.name().equalsIgnoreCase(table));
  }
}
