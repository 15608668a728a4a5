package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopySpec;

/**
 * What ConfigureDtsJob said.
 *
 * @param dbList as it came, for DescribeDtsJobDetail
 * @param reserve as it came
 */
record JobConfig(
    String name, Endpoint source, Endpoint target, CopySpec spec, String dbList, String reserve) {

  /** One end of the job, without its password. */
  record Endpoint(String instanceId, String region, String engine, String user) {}
}
