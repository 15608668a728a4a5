package io.rdsrestore.sandbox;

import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.http.AccessKey;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.time.SandboxScheduler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a sandbox is set up. Everything has a default. */
public final class SandboxBuilder {
  int port;
  AccessKey accessKey = new AccessKey("sandbox", "sandbox-secret");
  SandboxTimings timings = SandboxTimings.demo();
  SandboxVariants variants = SandboxVariants.defaults();
  InstantSource clock = InstantSource.system();
  SandboxScheduler scheduler;
  DataPlane dataPlane;
  final List<PrimarySpec> primaries = new ArrayList<>();
  boolean samplePrimary = true;
  Map<String, List<String>> backupLists = Map.of();
  final List<String> sampleReplicas = new ArrayList<>();
  Pattern restoreMark = Pattern.compile("(?:rds-restore|rr)[-_:/= ]([a-z2-7]{10,32})\\b");
  final List<FaultRule> faults = new ArrayList<>();
  RandomFaults randomFaults;
  long seed = 20_140_815L;

  SandboxBuilder() {}

  /** Port on loopback; 0, the default, takes a free one. */
  public SandboxBuilder port(int value) {
    port = value;
    return this;
  }

  /** The one key pair that is let in. */
  public SandboxBuilder accessKey(String id, String secret) {
    accessKey = new AccessKey(id, secret);
    return this;
  }

  public SandboxBuilder timings(SandboxTimings value) {
    timings = value;
    return this;
  }

  public SandboxBuilder variants(SandboxVariants value) {
    variants = value;
    return this;
  }

  /** The cloud's clock. One that is not the system's needs a scheduler, too. */
  public SandboxBuilder clock(InstantSource value, SandboxScheduler schedulerOfIt) {
    clock = value;
    scheduler = schedulerOfIt;
    return this;
  }

  /** The databases behind the instances; without this there are none. */
  public SandboxBuilder dataPlane(DataPlane value) {
    dataPlane = value;
    return this;
  }

  /** Adds an instance that exists in the control plane only. */
  public SandboxBuilder primary(PrimarySpec spec) {
    primaries.add(spec);
    return this;
  }

  /** Whether the sample primary {@code rm-primary01} exists; default true. */
  public SandboxBuilder samplePrimary(boolean value) {
    samplePrimary = value;
    return this;
  }

  /**
   * What RDS lists of each backup of an instance with databases: tables by database; default none.
   */
  public SandboxBuilder backupLists(Map<String, List<String>> tables) {
    backupLists = tables;
    return this;
  }

  /** Gives the sample primary a read-only instance. */
  public SandboxBuilder sampleReplica(String id) {
    sampleReplicas.add(id);
    return this;
  }

  /** Finds the restore id, as group 1, in a clone's description or a job's name. */
  public SandboxBuilder restoreMark(Pattern value) {
    restoreMark = value;
    return this;
  }

  /** For the same ids in every run. */
  public SandboxBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** Faults that are there from the start. */
  public SandboxBuilder faults(List<FaultRule> rules) {
    faults.addAll(rules);
    return this;
  }

  /** Faults by chance that can be had again; none by default. */
  public SandboxBuilder randomFaults(RandomFaults value) {
    randomFaults = value;
    return this;
  }

  /** As {@link #randomFaults}, at the usual rates. */
  public SandboxBuilder faultSeed(long value) {
    return randomFaults(RandomFaults.of(value));
  }

  public Sandbox build() {
    return new Sandbox(this);
  }
}
