package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * What keeps DTS out of an instance, as far as RDS tells.
 *
 * @param missingAddresses addresses of DTS that no whitelist group lets in
 * @param account the account; null if it is not there
 * @param hasAddress whether the instance has a connection string
 * @param connectivity ConnCheckResult of DescribeDBInstanceConnectivity for one address of DTS:
 *     {@code Success} or {@code Failed}; null if RDS did not say
 * @param connectivityCode ConnCheckErrorCode, or why RDS did not say; may be null
 */
public record AccessFacts(
    List<String> missingAddresses,
    AccountFacts account,
    boolean hasAddress,
    String connectivity,
    String connectivityCode) {}
