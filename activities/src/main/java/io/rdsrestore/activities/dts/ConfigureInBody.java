package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.ConfigureDtsJobRequest;

/**
 * ConfigureDtsJob with its secrets and long texts in the body: the SDK's own setters put passwords
 * into the URL, which ends in logs of proxies.
 */
final class ConfigureInBody extends ConfigureDtsJobRequest {
  ConfigureInBody(String sourcePassword, String targetPassword, String dbList, String reserve) {
    putBodyParameter("SourceEndpointPassword", sourcePassword);
    putBodyParameter("DestinationEndpointPassword", targetPassword);
    putBodyParameter("DbList", dbList);
    putBodyParameter("Reserve", reserve);
  }
}
