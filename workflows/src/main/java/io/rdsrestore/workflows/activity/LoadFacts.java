package io.rdsrestore.workflows.activity;

/**
 * The most that an instance had to bear in the last minutes (DescribeDBInstancePerformance).
 *
 * @param minutes how many
 * @param cpuPercent MySQL_MemCpuUsage: cpuusage; null if not known
 * @param activeSessions MySQL_Sessions: active_session; null if not known
 * @param unknownBecause why neither is known; null if one is
 */
public record LoadFacts(int minutes, Long cpuPercent, Long activeSessions, String unknownBecause) {}
