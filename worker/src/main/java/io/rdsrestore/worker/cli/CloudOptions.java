package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.DtsNetwork;
import io.rdsrestore.activities.EndpointKind;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.activities.secret.Secrets;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.process.AccountKeySource;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What a worker is told about the cloud and the databases. None of it is a secret. */
public final class CloudOptions {
  /** Where connections to a sandbox come from: its own 127.0.0.1 is not in any whitelist. */
  private static final String SANDBOX_ADDRESS = "127.0.0.2";

  @Option(
      names = "--cloud-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:RDS_RESTORE_CLOUD_ENDPOINT}",
      description =
          "Stands in for Alibaba Cloud, for RDS and DTS (RDS_RESTORE_CLOUD_ENDPOINT). Plain HTTP on"
              + " loopback only.")
  private String endpoint;

  @Option(
      names = "--dts-network",
      paramLabel = "NET",
      defaultValue = "${env:RDS_RESTORE_DTS_NETWORK:-VPC}",
      description =
          "Over which network DTS reaches the instances: ${COMPLETION-CANDIDATES}"
              + " (RDS_RESTORE_DTS_NETWORK; default: VPC).")
  private DtsNetwork dtsNetwork;

  @Option(
      names = "--worker-addresses",
      paramLabel = "CIDR",
      split = ",",
      defaultValue = "${env:RDS_RESTORE_WORKER_ADDRESSES}",
      description =
          "This worker's addresses as the instances see them, for the whitelist"
              + " (RDS_RESTORE_WORKER_ADDRESSES). Without them verification works only if others"
              + " let it in. With a sandbox: 127.0.0.2.")
  private List<String> workerAddresses;

  @Option(
      names = "--endpoint-kind",
      paramLabel = "KIND",
      defaultValue = "${env:RDS_RESTORE_ENDPOINT_KIND:-PRIVATE}",
      description =
          "Which address of an instance the worker connects to: ${COMPLETION-CANDIDATES}"
              + " (RDS_RESTORE_ENDPOINT_KIND; default: PRIVATE).")
  private EndpointKind endpointKind;

  @Option(
      names = "--bind-address",
      paramLabel = "IP",
      defaultValue = "${env:RDS_RESTORE_BIND_ADDRESS}",
      description =
          "Local address of database connections (RDS_RESTORE_BIND_ADDRESS; with a sandbox"
              + " 127.0.0.2).")
  private String bindAddress;

  @Option(
      names = "--database-tls",
      paramLabel = "MODE",
      defaultValue = "${env:RDS_RESTORE_DATABASE_TLS}",
      description =
          "Protection of database connections: ${COMPLETION-CANDIDATES} (RDS_RESTORE_DATABASE_TLS;"
              + " default: AUTO, a checked certificate unless RDS says that SSL is off; with a"
              + " sandbox DISABLE).")
  private DatabaseTls databaseTls;

  @Option(
      names = "--database-ca",
      paramLabel = "FILE",
      defaultValue = "${env:RDS_RESTORE_DATABASE_CA}",
      description =
          "Certificate authority of the databases, PEM: that of RDS, from its console"
              + " (RDS_RESTORE_DATABASE_CA; default: those that this JVM trusts).")
  private Path databaseCa;

  ActivitySettings settings(byte[] accountKey, SecretResolver secrets) {
    ActivitySettings defaults = ActivitySettings.defaults(new AccountKey(accountKey), secrets);
    CloudEndpoint cloud = endpoint();
    boolean sandbox = cloud != null && !cloud.secure();
    return new ActivitySettings(
        cloud,
        dtsNetwork,
        workerAddresses != null ? workerAddresses : sandbox ? List.of(SANDBOX_ADDRESS) : List.of(),
        endpointKind,
        bindAddress != null ? bindAddress : sandbox ? SANDBOX_ADDRESS : null,
        databaseTls != null ? databaseTls : sandbox ? DatabaseTls.DISABLE : DatabaseTls.AUTO,
        defaults.connectTimeout(),
        defaults.accountKey(),
        defaults.secrets(),
        defaults.pacing(),
        defaults.confirmAfter(),
        databaseCa,
        null,
        null,
        null);
  }

  /** Of a command that makes no account, so that no password is derived: any key will do. */
  ActivitySettings settingsWithoutAccounts() {
    return settings(new byte[AccountKey.MIN_BYTES], Secrets.onThisWorker());
  }

  /** The key, from the environment or its file. */
  static byte[] accountKey() {
    return AccountKeySource.load(
        System.getenv(AccountKeySource.VARIABLE), AccountKeySource.defaultFile());
  }

  private CloudEndpoint endpoint() {
    if (endpoint == null || endpoint.isBlank()) {
      return null;
    }
    try {
      return CloudEndpoint.parse(endpoint);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage(), e);
    }
  }
}
