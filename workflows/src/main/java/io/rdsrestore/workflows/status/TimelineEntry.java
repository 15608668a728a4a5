package io.rdsrestore.workflows.status;

import io.rdsrestore.workflows.RestorePhase;
import java.time.Instant;

/** What happened when. */
public record TimelineEntry(Instant at, RestorePhase phase, String text) {}
