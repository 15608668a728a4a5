package io.rdsrestore.workflows.activity;

import java.util.Map;

/**
 * An account as RDS lists it (DescribeAccounts).
 *
 * @param name AccountName
 * @param type {@code Normal}, {@code Super}, {@code Sysadmin}
 * @param status AccountStatus
 * @param privileges AccountPrivilege by DBName
 */
public record AccountFacts(
    String name, String type, String status, Map<String, String> privileges) {}
