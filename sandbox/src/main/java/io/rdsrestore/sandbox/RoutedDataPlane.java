package io.rdsrestore.sandbox;

import io.rdsrestore.sandbox.dataplane.Address;
import io.rdsrestore.sandbox.dataplane.CopyListener;
import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.dataplane.DatabaseInfo;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.dataplane.SampleFacts;
import io.rdsrestore.sandbox.memory.ControlPlaneOnly;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Instances that were only specified stay in memory; the sample and its clones have servers. */
final class RoutedDataPlane implements DataPlane {
  private final ControlPlaneOnly memory;
  private final DataPlane servers;

  RoutedDataPlane(ControlPlaneOnly memory, DataPlane servers) {
    this.memory = memory;
    this.servers = servers;
  }

  private DataPlane of(String instanceId) {
    return memory.holds(instanceId) ? memory : servers;
  }

  @Override
  public SampleFacts startSamplePrimary(String instanceId) {
    return servers.startSamplePrimary(instanceId);
  }

  @Override
  public void cloneAt(String sourceId, String cloneId, Instant restoreTime) {
    of(sourceId).cloneAt(sourceId, cloneId, restoreTime);
  }

  @Override
  public void cloneFromBackup(String sourceId, String cloneId, String backupId) {
    of(sourceId).cloneFromBackup(sourceId, cloneId, backupId);
  }

  @Override
  public void release(String instanceId) {
    of(instanceId).release(instanceId);
  }

  @Override
  public void crash(String instanceId, Duration down) {
    of(instanceId).crash(instanceId, down);
  }

  @Override
  public void lock(String instanceId, Duration time) {
    of(instanceId).lock(instanceId, time);
  }

  @Override
  public Address address(String instanceId) {
    return of(instanceId).address(instanceId);
  }

  @Override
  public OwnerLogin ownerLogin(String instanceId) {
    return of(instanceId).ownerLogin(instanceId);
  }

  @Override
  public void setWhitelist(String instanceId, List<String> cidrs) {
    of(instanceId).setWhitelist(instanceId, cidrs);
  }

  @Override
  public List<DatabaseInfo> databases(String instanceId) {
    return of(instanceId).databases(instanceId);
  }

  @Override
  public long dataBytes(String instanceId) {
    return of(instanceId).dataBytes(instanceId);
  }

  @Override
  public void createDatabase(String instanceId, String name, String charset) {
    of(instanceId).createDatabase(instanceId, name, charset);
  }

  @Override
  public void createAccount(String instanceId, String name, String password) {
    of(instanceId).createAccount(instanceId, name, password);
  }

  @Override
  public void resetPassword(String instanceId, String name, String password) {
    of(instanceId).resetPassword(instanceId, name, password);
  }

  @Override
  public void grant(String instanceId, String account, String database, String privilege) {
    of(instanceId).grant(instanceId, account, database, privilege);
  }

  @Override
  public void deleteAccount(String instanceId, String name) {
    of(instanceId).deleteAccount(instanceId, name);
  }

  @Override
  public List<PrecheckItem> precheck(CopySpec spec) {
    return of(spec.source().instanceId()).precheck(spec);
  }

  @Override
  public void copy(CopySpec spec, CopyListener listener) {
    of(spec.source().instanceId()).copy(spec, listener);
  }

  @Override
  public void close() {
    memory.close();
    servers.close();
  }
}
