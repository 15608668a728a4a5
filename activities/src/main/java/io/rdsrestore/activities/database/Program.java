package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ObjectKind;

/**
 * A view or routine, and what makes it again.
 *
 * @param kind a view, a procedure or a function
 * @param name without its database
 * @param session what it was written in
 * @param sql the statement that makes it; null if the account may not see it
 */
record Program(ObjectKind kind, String name, ProgramSession session, String sql) {}
