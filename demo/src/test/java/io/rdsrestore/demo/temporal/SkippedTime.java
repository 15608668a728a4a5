package io.rdsrestore.demo.temporal;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.PollPacing;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** What restores share that run on Temporal's test server, in a time that it skips. */
public final class SkippedTime {
  /** How long things take in their cloud. */
  public static final SandboxTimings TIMINGS =
      new SandboxTimings(
          Duration.ofMinutes(20),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofMinutes(2));

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private SkippedTime() {}

  /** A server that knows our search attributes, and clients that speak our JSON. */
  public static TestEnvironmentOptions.Builder options(Instant start) {
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder()
            .setInitialTime(start)
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(RestoreJson.dataConverter())
                    .build());
    RestoreContract.SEARCH_ATTRIBUTES.forEach(
        key ->
            options.registerSearchAttribute(
                key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    return options;
  }

  /**
   * Of a worker that lets no time of the machine's own pass.
   *
   * @param endpoint of the sandbox
   * @param key what passwords are derived from
   * @param firstPause between the first two looks at a slow thing
   */
  public static ActivitySettings settings(
      String endpoint, String key, SecretResolver secrets, Duration firstPause) {
    ActivitySettings defaults =
        ActivitySettings.defaults(new AccountKey(key.getBytes(StandardCharsets.UTF_8)), secrets);
    return new ActivitySettings(
        CloudEndpoint.parse(endpoint),
        defaults.dtsNetwork(),
        List.of("10.9.8.7"),
        defaults.endpointKind(),
        null,
        defaults.databaseTls(),
        defaults.connectTimeout(),
        defaults.accountKey(),
        defaults.secrets(),
        new PollPacing(firstPause, LONGEST_PAUSE),
        Duration.ZERO,
        null,
        null,
        null,
        null);
  }

  /** The server's time, for whoever wants a clock. */
  public static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }
}
