package io.rdsrestore.workflows.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What can be restored to, and what earlier restores have left of it.
 *
 * @param windowBegin RecoveryBeginTime; null if RDS gives none
 * @param windowEnd RecoveryEndTime; null likewise
 * @param logBackupEnabled DescribeBackupPolicy: BackupLog
 * @param retentionDays DescribeBackupPolicy: BackupRetentionPeriod
 * @param requested the backup set asked for; null if none was asked for or it is not there
 * @param nearest the newest usable backup set at or before the instant; null if there is none
 * @param contents tables by database that the backup's list names (DescribeMetaList), for the
 *     databases asked for that it knows; null if the instance has no such list
 * @param clones of the primary that carry any restore's mark
 */
public record RecoveryFacts(
    Instant windowBegin,
    Instant windowEnd,
    boolean logBackupEnabled,
    int retentionDays,
    BackupFacts requested,
    BackupFacts nearest,
    Map<String, List<String>> contents,
    List<Leftover> clones) {}
