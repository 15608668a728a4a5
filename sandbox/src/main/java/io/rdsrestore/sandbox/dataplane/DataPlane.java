package io.rdsrestore.sandbox.dataplane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the control plane asks of the databases behind its instances.
 *
 * <p>Every method may be called from any thread; those that start or copy something block until it
 * is done, so callers run them on threads of their own. Instances are named by their RDS id.
 */
public interface DataPlane extends AutoCloseable {

  /**
   * Starts the sample primary: database {@code shop}, its history already written and backdated,
   * its backup sets taken. Blocks until all of it is ready.
   *
   * @return what was written when, and the backup sets that exist
   */
  SampleFacts startSamplePrimary(String instanceId);

  /**
   * Makes {@code cloneId} hold exactly what {@code sourceId} had committed by the end of the second
   * {@code restoreTime}, accounts included. The source keeps running.
   *
   * @throws DataPlaneException if that instant cannot be reached
   */
  void cloneAt(String sourceId, String cloneId, Instant restoreTime);

  /** As {@link #cloneAt}, but as of the backup set {@code backupId}. */
  void cloneFromBackup(String sourceId, String cloneId, String backupId);

  /** Stops the server and deletes its files. An unknown id is not an error. */
  void release(String instanceId);

  /**
   * The instance's server dies, and is started again after a while. Where there is no server,
   * whoever works with the instance learns of it at once.
   */
  default void crash(String instanceId, Duration down) {
    throw new DataPlaneException(
        "DTS-70211 Cannot connect to the database: the server of " + instanceId + " is down");
  }

  /**
   * Somebody locks the instance for writing, for a while. Where there is no server, whoever works
   * with the instance has waited long enough at once.
   */
  default void lock(String instanceId, Duration time) {
    throw new DataPlaneException(
        "DTS-30020 Execute sql error: Lock wait timeout exceeded; try restarting transaction");
  }

  /** The address that clients use. Behind it stands the gate that enforces the whitelist. */
  Address address(String instanceId);

  /** The direct port, outside the whitelist, with a login that may do everything. */
  OwnerLogin ownerLogin(String instanceId);

  /** Replaces the source addresses (IPv4 addresses and CIDR blocks) that the gate lets in. */
  void setWhitelist(String instanceId, List<String> cidrs);

  /** The databases that RDS would list: no system schemas. */
  List<DatabaseInfo> databases(String instanceId);

  /** What tables and indexes take on disk, in bytes. */
  long dataBytes(String instanceId);

  void createDatabase(String instanceId, String name, String charset);

  void createAccount(String instanceId, String name, String password);

  void resetPassword(String instanceId, String name, String password);

  /**
   * Grants as RDS does.
   *
   * @param privilege {@code ReadWrite}, {@code ReadOnly}, {@code DDLOnly} or {@code DMLOnly}
   */
  void grant(String instanceId, String account, String database, String privilege);

  void deleteAccount(String instanceId, String name);

  /** Really runs every precheck item against both servers, as DTS does, and answers with all. */
  List<PrecheckItem> precheck(CopySpec spec);

  /**
   * Really copies structure and rows. Returns when all is copied; reports to {@code listener} while
   * it goes on, and stops at the next row batch once {@code listener.shouldStop()} is true.
   *
   * @throws DataPlaneException with a message like the ones DTS gives, if the copy failed
   */
  void copy(CopySpec spec, CopyListener listener);

  @Override
  void close();
}
