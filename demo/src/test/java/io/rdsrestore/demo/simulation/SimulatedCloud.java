package io.rdsrestore.demo.simulation;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobDetailRequest;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.demo.oracle.CloudReading;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.oracle.PrimaryState;
import io.rdsrestore.demo.scenario.RememberedTables;
import io.rdsrestore.demo.temporal.SkippedTime;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.time.SandboxScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;

/** A sandbox on somebody's clock, with a primary and something of others that looks like ours. */
final class SimulatedCloud implements AutoCloseable {
  static final String PRIMARY = "rm-primary01";
  static final String LOOK_ALIKE = "rm-lookalike1";
  static final String REGION = "cn-hangzhou";
  static final String BACKUP = "1000000001";

  final Sandbox sandbox;
  final ActivityImplementations activities;
  final RememberedTables tables;
  final CloudClient cloud;

  SimulatedCloud(InstantSource clock, SandboxVariants variants, PrimaryKind kind) {
    Instant start = clock.instant();
    sandbox =
        Sandbox.builder()
            .accessKey("simulation", "simulation-secret")
            .clock(clock, SandboxScheduler.onlyWhenRead())
            .timings(SkippedTime.TIMINGS)
            .variants(variants)
            .samplePrimary(false)
            .primary(
                kind.primary(PRIMARY)
                    .database("shop", "customers", "items", "orders")
                    .database("crm", "contacts", "notes")
                    .backup(BackupSpec.usable(BACKUP, start.minus(Duration.ofHours(3))))
                    .build())
            .primary(
                PrimarySpec.mysql(LOOK_ALIKE)
                    .description("rds-restore clone, rr-ours, do not touch")
                    .deletionProtection(false)
                    .build())
            .build()
            .start();
    ActivitySettings settings =
        SkippedTime.settings(
            sandbox.endpoint(),
            "a key of the simulation",
            new LocalSecrets(name -> null),
            Duration.ofSeconds(20));
    StaticCredentialsProvider credentials =
        new StaticCredentialsProvider(new BasicCredentials("simulation", "simulation-secret"));
    cloud = new CloudClient(credentials, settings.cloudEndpoint());
    tables = new RememberedTables(sandbox, clock);
    activities =
        ActivityImplementations.create(
            settings,
            credentials,
            new Logins(settings.accountKey(), settings.secrets()),
            tables,
            SkippedTime.clock(clock));
  }

  /** What somebody does in the console. */
  void write(AcsRequest<?> request) {
    cloud.write(REGION, request);
  }

  /** What one look shows; null if it shows no job. */
  String jobState(String jobId) {
    DescribeDtsJobDetailRequest request = new DescribeDtsJobDetailRequest();
    request.setDtsJobId(jobId);
    try {
      return cloud.read(REGION, request).text("Status");
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return null;
      }
      throw e;
    }
  }

  long calls() {
    return sandbox.calls().counts().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The primary as it is; no faults may be pending. */
  PrimaryState primary(Instant now) {
    Set<String> bystanders = new TreeSet<>();
    if (sandbox.memory().holds(LOOK_ALIKE)) {
      bystanders.add(LOOK_ALIKE);
    }
    if (sandbox.memory().holds(PRIMARY)) {
      bystanders.add(PRIMARY);
    }
    return new PrimaryState(
        reading().accounts(PRIMARY),
        reading().whitelist(PRIMARY),
        sandbox.memory().tablesAt(PRIMARY, now),
        sandbox.memory().writtenInto(PRIMARY),
        bystanders);
  }

  CloudReading reading() {
    return new CloudReading(cloud, REGION);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
