package io.rdsrestore.workflows.audit;

import java.util.List;

/**
 * Entries that go to the audit together.
 *
 * @param entries in their order
 */
public record AuditBatch(List<AuditEntry> entries) {}
