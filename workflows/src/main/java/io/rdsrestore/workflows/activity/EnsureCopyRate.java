package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.request.CopyRate;

/** How fast a job may copy from now on; what is not set has no limit. */
public record EnsureCopyRate(JobReference job, CopyRate rate) {}
