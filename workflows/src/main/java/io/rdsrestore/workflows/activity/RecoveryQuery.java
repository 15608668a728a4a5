package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.request.RestorePoint;
import java.util.List;

/** What of an instance's backups is asked; {@code databases} are those chosen. */
public record RecoveryQuery(
    InstanceReference instance, RestorePoint restoreTo, List<String> databases) {}
