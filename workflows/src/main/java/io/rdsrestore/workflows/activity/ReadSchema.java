package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.request.DatabaseSelection;
import java.util.List;

/**
 * What is to be looked at on the primary.
 *
 * @param login with the rights that decide what is seen
 * @param chosen what the request chooses
 * @param targets the names that it may get, each database once
 */
public record ReadSchema(
    DatabaseLogin login, List<DatabaseSelection> chosen, List<TargetNames> targets) {}
