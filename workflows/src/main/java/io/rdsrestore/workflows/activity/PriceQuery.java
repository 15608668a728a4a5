package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.PurchaseConfiguration;

/** What a price is asked for. */
public record PriceQuery(
    InstanceReference instance,
    String engine,
    String engineVersion,
    PurchaseConfiguration purchase) {}
