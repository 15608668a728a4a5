package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;

/** What DTS leaves behind of a database. */
public final class NotBrought {
  private NotBrought() {}

  /**
   * Whether an object of the primary belongs to what is restored and does not come with it: chosen
   * tables come alone, a whole database with all but its events.
   */
  public static boolean by(ObjectTarget object, ObjectDefinition definition) {
    return object.database().equalsIgnoreCase(definition.database())
        && (!object.isWhole() || definition.kind() == ObjectKind.EVENT);
  }
}
