package io.rdsrestore.workflows.activity;

import java.util.List;

/** Items (DescribePreCheckStatus: Item) that shall be skipped. */
public record SkipItems(JobReference job, List<String> items) {}
