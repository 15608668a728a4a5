package io.rdsrestore.worker.process;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that passwords of managed accounts are derived from, so that none is ever stored. All
 * workers of a task queue must have the same one.
 */
public final class AccountKeySource {
  /** Environment variable: the key itself, or {@code file:PATH}. */
  public static final String VARIABLE = "RDS_RESTORE_ACCOUNT_KEY";

  private static final Logger log = LoggerFactory.getLogger(AccountKeySource.class);
  private static final String FILE_PREFIX = "file:";
  private static final int RANDOM_BYTES = 32;
  private static final int SHORTEST = 16;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private AccountKeySource() {}

  /**
   * The key's bytes.
   *
   * @param configured value of {@value #VARIABLE}; null or blank: the key file is used, and made at
   *     the first start
   * @param keyFile that file
   */
  public static byte[] load(String configured, Path keyFile) {
    if (configured == null || configured.isBlank()) {
      return Files.exists(keyFile) ? read(keyFile) : create(keyFile);
    }
    if (configured.startsWith(FILE_PREFIX)) {
      return read(Path.of(configured.substring(FILE_PREFIX.length())));
    }
    return checked(configured, VARIABLE);
  }

  /** Where the key lies if nothing is configured. */
  public static Path defaultFile() {
    return Path.of(System.getProperty("user.home"), ".rds-restore", "account.key");
  }

  private static byte[] read(Path file) {
    try {
      if (isReadableByOthers(file)) {
        log.warn("The account key {} can be read by others: chmod 600 {}", file, file);
      }
      return checked(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserError(
          ExitCode.USAGE,
          "The account key file %s is not there: make one, the same for all workers (openssl rand -hex 32 > %s), or leave %s out."
              .formatted(file, file, VARIABLE),
          e);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.USAGE, "The account key file %s cannot be read.".formatted(file), e);
    }
  }

  private static boolean isReadableByOthers(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
  }

  private static byte[] checked(String text, String where) {
    String key = text.strip();
    if (key.length() < SHORTEST) {
      throw new UserError(
          ExitCode.USAGE,
          "The account key in %s is shorter than %d characters: make one with `openssl rand -base64 32`."
              .formatted(where, SHORTEST));
    }
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] create(Path file) {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    try {
      Path directory = file.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      Path draft =
          Files.createTempFile(
              directory, "account", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      try {
        Files.writeString(draft, Base64.getEncoder().encodeToString(random) + "\n");
        // A link appears whole or not at all: two workers starting at once agree on one key.
        Files.createLink(file, draft);
        log.info(
            "Made the account key {}. All workers of this task queue must share it: copy it, or set {}=file:PATH.",
            file,
            VARIABLE);
      } catch (FileAlreadyExistsException e) {
        log.debug("Another worker has made {} meanwhile", file, e);
      } finally {
        Files.delete(draft);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new UserError(
          ExitCode.USAGE,
          "The account key %s cannot be made: set %s to a value or file:PATH."
              .formatted(file, VARIABLE),
          e);
    }
    return read(file);
  }
}
