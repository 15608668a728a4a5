package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.plan.Engine;
import java.util.List;

/**
 * What is asked about an access.
 *
 * @param instanceId DBInstanceId
 * @param account AccountName
 * @param databases chosen databases, by their names there
 * @param connects whether DTS failed to connect; false: it connected and lacks rights
 * @param writes whether the account has to write
 * @param said what DTS said; may be null
 * @param engine of the instance
 */
public record AccessQuestion(
    String instanceId,
    String account,
    List<String> databases,
    boolean connects,
    boolean writes,
    String said,
    Engine engine) {

  boolean says(String code) {
    return said != null && said.contains(code);
  }
}
