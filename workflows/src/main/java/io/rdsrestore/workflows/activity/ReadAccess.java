package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * Who shall get into an instance.
 *
 * @param instance which
 * @param accountName AccountName
 * @param dtsAddresses addresses or blocks that DTS connects from
 */
public record ReadAccess(
    InstanceReference instance, String accountName, List<String> dtsAddresses) {}
