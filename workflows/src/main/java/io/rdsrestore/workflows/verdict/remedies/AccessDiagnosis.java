package io.rdsrestore.workflows.verdict.remedies;

import com.google.common.collect.Sets;
import java.util.Set;

/**
 * What a look at whitelist, account and login found.
 *
 * @param sentence what was seen, in words for people
 * @param causes what is wrong; never empty
 */
public record AccessDiagnosis(String sentence, Set<AccessCause> causes) {
  public AccessDiagnosis {
    causes = Sets.immutableEnumSet(causes);
  }
}
