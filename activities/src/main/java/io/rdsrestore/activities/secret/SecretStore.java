package io.rdsrestore.activities.secret;

/**
 * A place that passwords of existing accounts come from, beside environment and files. It is found
 * by {@link java.util.ServiceLoader}: a jar on the worker's class path that names its
 * implementation in {@code META-INF/services/io.rdsrestore.activities.secret.SecretStore}.
 *
 * <p>A reference is {@code scheme://place}. It stands in the request and so in Temporal's history;
 * the secret goes nowhere but to the cloud and the database.
 */
public interface SecretStore {
  /** Before {@code ://}: small letters, digits, dashes; not {@code env} or {@code file}. */
  String scheme();

  /**
   * The secret of a place; called for each use, so that a changed password counts at once. Threads
   * may call at the same time.
   *
   * @param place what stands behind {@code scheme://}
   * @throws Exception if there is none; its texts are not passed on, since they may hold secrets
   */
  String read(String place) throws Exception;
}
