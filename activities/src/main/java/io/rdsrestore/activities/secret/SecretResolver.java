package io.rdsrestore.activities.secret;

/** Looks up the secret that a reference names. */
@FunctionalInterface
public interface SecretResolver {
  /**
   * The secret.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code NEEDS_PERSON}, naming the reference and
   *     never a value
   */
  String resolve(String reference);
}
