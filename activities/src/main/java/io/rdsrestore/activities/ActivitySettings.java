package io.rdsrestore.activities;

import io.rdsrestore.activities.audit.AuditSettings;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.workflows.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a worker's configuration says about the world.
 *
 * @param cloudEndpoint stands in for Alibaba Cloud, both services; null for Alibaba Cloud itself
 * @param dtsNetwork over which network DTS reaches the instances
 * @param workerAddresses the worker's own addresses as the instances see them, single or CIDR; they
 *     join our whitelist group. Empty: the worker does not log in unless others let it in
 * @param endpointKind which address of an instance the worker connects to
 * @param bindAddress local address that database connections come from; null for the system's
 *     choice
 * @param databaseTls protection of these connections. {@link DatabaseTls#AUTO} is the default: RDS
 *     has SSL only where somebody switched it on
 * @param connectTimeout for these connections
 * @param accountKey what passwords of managed accounts are derived from
 * @param secrets finds the passwords of existing accounts
 * @param pacing when slow things are looked at again
 * @param confirmAfter how long after a bad state was seen it is looked at again before it counts
 * @param databaseCa file of the certificate authority of these servers, PEM; null for the
 *     authorities that this JVM trusts
 * @param notifications whom the worker tells; null: nobody
 * @param policy what it refuses; null: nothing
 * @param audit where it keeps an audit; null: nowhere
 */
public record ActivitySettings(
    CloudEndpoint cloudEndpoint,
    DtsNetwork dtsNetwork,
    List<String> workerAddresses,
    EndpointKind endpointKind,
    String bindAddress,
    DatabaseTls databaseTls,
    Duration connectTimeout,
    AccountKey accountKey,
    SecretResolver secrets,
    PollPacing pacing,
    Duration confirmAfter,
    Path databaseCa,
    NotifySettings notifications,
    Policy policy,
    AuditSettings audit) {

  public ActivitySettings {
    workerAddresses = List.copyOf(workerAddresses);
  }

  /** The defaults: Alibaba Cloud itself, from inside its network. */
  public static ActivitySettings defaults(AccountKey accountKey, SecretResolver secrets) {
    return new ActivitySettings(
        null,
        DtsNetwork.VPC,
        List.of(),
        EndpointKind.PRIVATE,
        null,
        DatabaseTls.AUTO,
        Duration.ofSeconds(10),
        accountKey,
        secrets,
        PollPacing.standard(),
        Duration.ofSeconds(1),
        null,
        null,
        null,
        null);
  }

  /** The same, of a stand-in for Alibaba Cloud. */
  public ActivitySettings at(CloudEndpoint standIn) {
    return with(standIn, databaseTls, databaseCa, notifications, policy, audit);
  }

  /**
   * The same, with other protection of the connections to databases.
   *
   * @param ca see {@link #databaseCa}
   */
  public ActivitySettings protecting(DatabaseTls tls, Path ca) {
    return with(cloudEndpoint, tls, ca, notifications, policy, audit);
  }

  /** The same, of a worker that tells people. */
  public ActivitySettings telling(NotifySettings whom) {
    return with(cloudEndpoint, databaseTls, databaseCa, whom, policy, audit);
  }

  /** The same, of a worker that holds requests against a policy. */
  public ActivitySettings under(Policy rules) {
    return with(cloudEndpoint, databaseTls, databaseCa, notifications, rules, audit);
  }

  /** The same, of a worker that keeps an audit. */
  public ActivitySettings audited(AuditSettings where) {
    return with(cloudEndpoint, databaseTls, databaseCa, notifications, policy, where);
  }

  private ActivitySettings with(
      CloudEndpoint cloud,
      DatabaseTls tls,
      Path ca,
      NotifySettings whom,
      Policy rules,
      AuditSettings where) {
    return new ActivitySettings(
        cloud,
        dtsNetwork,
        workerAddresses,
        endpointKind,
        bindAddress,
        tls,
        connectTimeout,
        accountKey,
        secrets,
        pacing,
        confirmAfter,
        ca,
        whom,
        rules,
        where);
  }
}
