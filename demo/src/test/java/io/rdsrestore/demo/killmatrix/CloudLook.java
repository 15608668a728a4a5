package io.rdsrestore.demo.killmatrix;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.demo.World;
import io.rdsrestore.demo.oracle.CloudReading;
import io.rdsrestore.demo.oracle.PrimaryState;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestoreMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a sandbox says about one restore: bought, released, left. It does not judge. */
final class CloudLook {
  private final Sandbox sandbox;
  private final CloudReading reading;

  CloudLook(Sandbox sandbox) {
    this.sandbox = sandbox;
    StaticCredentialsProvider credentials =
        new StaticCredentialsProvider(
            new BasicCredentials(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET));
    reading =
        new CloudReading(
            new CloudClient(credentials, CloudEndpoint.parse(sandbox.endpoint())), Sandbox.REGION);
  }

  /** What this restore has bought, and what nobody's name is on. */
  List<LedgerEntry> ledger(String restoreId) {
    return sandbox.ledger().stream()
        .filter(entry -> entry.restoreId() == null || entry.restoreId().equals(restoreId))
        .toList();
  }

  /** The earliest instant to which an instance can go back. */
  Instant windowBegin(String instanceId) {
    return reading.windowBegin(instanceId);
  }

  /** Ids of its DTS jobs that are there, bought or only configured. */
  List<String> jobs(String restoreId) {
    return reading.jobs(restoreId);
  }

  /** What a restore could touch on its primary; without tables where there are real databases. */
  PrimaryState primary(String instanceId) {
    return new PrimaryState(
        reading.accounts(instanceId),
        reading.whitelist(instanceId),
        sandbox.memory().holds(instanceId)
            ? sandbox.memory().tablesAt(instanceId, Instant.now())
            : Map.of(),
        sandbox.memory().holds(instanceId) ? sandbox.memory().writtenInto(instanceId) : Set.of(),
        Set.of());
  }

  /** Ids of clones and DTS jobs of this restore that are still there. */
  List<String> billed(String restoreId) {
    List<String> ids = new ArrayList<>(jobs(restoreId));
    ledger(restoreId).stream()
        .filter(entry -> entry.kind().equals("clone") && entry.releasedAt() == null)
        .forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  /** Likewise, and its account. */
  List<String> remains(String instanceId, String restoreId) {
    List<String> all = billed(restoreId);
    reading.accounts(instanceId).stream()
        .filter(RestoreMark.accountName(restoreId)::equals)
        .forEach(all::add);
    return all;
  }
}
