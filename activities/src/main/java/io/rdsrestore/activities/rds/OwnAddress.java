package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.EndpointKind;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.InstanceReference;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which address of an instance the worker connects to: one of the instance's own, never one behind
 * which reads are spread over replicas. There a comparison could read a replica that is behind, and
 * a swap could look where nothing is written.
 */
final class OwnAddress {
  private static final Set<String> PRIVATE_TYPES = Set.of("private", "inner");
  private static final Set<String> PUBLIC_TYPES = Set.of("public");
  private static final String NORMAL = "Normal";

  /** Only an address that spreads reads has these. */
  private static final List<String> OF_SPLITTING = List.of("DistributionType", "MaxDelayTime");

  private final RdsApi rds;
  private final Set<String> types;
  private final boolean asksForSsl;

  OwnAddress(RdsApi rds, ActivitySettings settings) {
    this.rds = rds;
    types = settings.endpointKind() == EndpointKind.PUBLIC ? PUBLIC_TYPES : PRIVATE_TYPES;
    asksForSsl = settings.databaseTls() == DatabaseTls.AUTO;
  }

  /**
   * The address.
   *
   * @param main what the instance itself is described with, which goes before others; may be null
   * @return null if there is none of the kind that is configured
   */
  DatabaseAddress read(InstanceReference instance, String main) {
    List<Answer> own = rds.addresses(instance).stream().filter(this::fits).toList();
    if (own.isEmpty()) {
      return null;
    }
    Answer chosen =
        own.stream()
            .filter(info -> info.text("ConnectionString").equalsIgnoreCase(main))
            .findFirst()
            .orElse(own.get(0));
    return new DatabaseAddress(
        chosen.text("ConnectionString"),
        (int) chosen.number("Port", 0),
        asksForSsl ? rds.ssl(instance) : null);
  }

  private boolean fits(Answer info) {
    return isOwn(info)
        && types.contains(info.textOrEmpty("IPType").toLowerCase(Locale.ROOT))
        && info.text("ConnectionString") != null;
  }

  /** Old answers do not say of which type an address is. */
  private static boolean isOwn(Answer info) {
    String type = info.textOrEmpty("ConnectionStringType");
    return type.isEmpty()
        ? OF_SPLITTING.stream().allMatch(field -> info.textOrEmpty(field).isEmpty())
            && info.list("DBInstanceWeights", "DBInstanceWeight").isEmpty()
        : type.equalsIgnoreCase(NORMAL);
  }
}
