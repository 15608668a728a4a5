package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * Addresses that shall get in.
 *
 * @param dtsAddresses from {@link DtsActivities#readDts}; the worker adds its own from its
 *     configuration
 */
public record EnsureWhitelist(InstanceReference instance, List<String> dtsAddresses) {}
