package io.rdsrestore.activities.secret;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** References of every kind: {@code env:} and {@code file:} here, others by their stores. */
public final class Secrets implements SecretResolver {
  private static final String SEPARATOR = "://";
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{1,30}");

  private final LocalSecrets local;
  private final Map<String, SecretStore> stores = new TreeMap<>();

  Secrets(LocalSecrets local, Iterable<SecretStore> found) {
    this.local = local;
    for (SecretStore store : found) {
      String scheme = store.scheme();
      if (!SCHEME.matcher(scheme).matches() || scheme.equals("env") || scheme.equals("file")) {
        throw new IllegalStateException(
            "the secret store %s cannot have the scheme %s"
                .formatted(store.getClass().getName(), scheme));
      }
      if (stores.put(scheme, store) != null) {
        throw new IllegalStateException("there are two secret stores for " + scheme);
      }
    }
  }

  /** Those of the worker's machine, and of the stores on the class path. */
  public static Secrets onThisWorker() {
    return of(System::getenv);
  }

  /**
   * As {@link #onThisWorker}, with other variables.
   *
   * @param environment value of a variable; null if it is not set
   */
  public static Secrets of(UnaryOperator<String> environment) {
    return new Secrets(new LocalSecrets(environment), ServiceLoader.load(SecretStore.class));
  }

  @Override
  public String resolve(String reference) {
    int end = reference == null ? -1 : reference.indexOf(SEPARATOR);
    if (end < 0 || !SCHEME.matcher(reference.substring(0, end)).matches()) {
      return local.resolve(reference);
    }
    String scheme = reference.substring(0, end);
    SecretStore store = stores.get(scheme);
    if (store == null) {
      throw missing(
          "The worker knows no secret store for %s://; it knows env:, file:%s"
              .formatted(
                  scheme,
                  stores.isEmpty() ? "" : " and " + String.join(", ", stores.keySet()) + " (://)"));
    }
    return read(store, reference, reference.substring(end + SEPARATOR.length()));
  }

  private static String read(SecretStore store, String reference, String place) {
    String secret;
    try {
      secret = store.read(place);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing("The worker was stopped while it read " + reference + ".");
    } catch (Exception e) {
      // Neither text nor cause: a store's message may quote what it was sent or got.
      throw missing(
          "The worker's secret store does not give %s (%s)."
              .formatted(reference, e.getClass().getSimpleName()));
    }
    if (secret == null || secret.isEmpty()) {
      throw missing("The worker's secret store has nothing at " + reference + ".");
    }
    return secret;
  }

  private static ApplicationFailure missing(String message) {
    return Failures.of(RestoreErrorCode.NEEDS_PERSON, message, null);
  }
}
