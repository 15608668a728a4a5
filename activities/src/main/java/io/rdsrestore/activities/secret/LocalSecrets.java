package io.rdsrestore.activities.secret;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Secrets of the worker's own machine: {@code env:NAME}, an environment variable, or {@code
 * file:PATH}, the first line of a file.
 */
public final class LocalSecrets implements SecretResolver {
  private static final String ENV = "env:";
  private static final String FILE = "file:";

  private final UnaryOperator<String> environment;

  /**
   * Secrets from files and from the variables given.
   *
   * @param environment value of a variable; null if it is not set
   */
  public LocalSecrets(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  @Override
  public String resolve(String reference) {
    if (reference != null && reference.startsWith(ENV)) {
      return fromEnvironment(reference.substring(ENV.length()));
    }
    if (reference != null && reference.startsWith(FILE)) {
      return fromFile(reference.substring(FILE.length()));
    }
    // It may be a password by mistake: not repeated.
    throw missing("A password reference must begin with env: or file:.");
  }

  private String fromEnvironment(String name) {
    String value = environment.apply(name);
    if (value == null || value.isEmpty()) {
      throw missing("The worker has no environment variable " + name + " with a password in it.");
    }
    return value;
  }

  private static String fromFile(String path) {
    String secret;
    try {
      secret = Files.readString(Path.of(path)).lines().findFirst().orElse("");
    } catch (IOException | InvalidPathException e) {
      throw missing("The worker cannot read the password file " + path + ".");
    }
    if (secret.isEmpty()) {
      throw missing("The worker's password file " + path + " is empty.");
    }
    return secret;
  }

  private static ApplicationFailure missing(String message) {
    return Failures.of(RestoreErrorCode.NEEDS_PERSON, message, null);
  }
}
