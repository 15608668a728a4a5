package io.rdsrestore.activities.doctor;

import io.rdsrestore.activities.cloud.Answer;
import java.time.Instant;

/**
 * What probes are made from.
 *
 * @param instanceId an instance of the region; null: there is none
 * @param instance its DescribeDBInstanceAttribute; null while that is not known
 * @param jobId a DTS migration job of the region; null: there is none
 */
record Known(String regionId, String instanceId, Answer instance, String jobId, Instant now) {}
