package io.rdsrestore.activities.audit;

import io.rdsrestore.activities.notify.Channel;
import java.nio.file.Path;

/**
 * Where the audit of a worker goes.
 *
 * @param file lines of JSON are appended to; null: none
 * @param webhook each is posted to, signed; null: none
 */
public record AuditSettings(Path file, Channel webhook) {}
