package io.rdsrestore.workflows;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How our things are told from other people's: {@code rr-} and the restore id, as a word of its own
 * in the description of a clone or database and in the name of a DTS job; {@code rr_} and the id as
 * the name of an account. We remove only what carries it.
 */
public final class RestoreMark {
  /** The one whitelist group of ours on an instance (RDS: DBInstanceIPArrayName). */
  public static final String WHITELIST_GROUP = "rds_restore";

  /** What the group holds when it lets nobody in; RDS cannot delete a group. */
  public static final String CLOSED_WHITELIST = "127.0.0.1";

  /** Tags on a clone (RDS: TagResources). */
  public static final String TAG_RESTORE_ID = "rds-restore-id";

  public static final String TAG_EXPIRES = "rds-restore-expires";

  /**
   * On a clone that has outlived its restore: the workflow that takes care of it, or who wants it.
   */
  public static final String TAG_KEPT_BY = "rds-restore-kept-by";

  /** Since when a person keeps it; a clone that a workflow keeps has none. */
  public static final String TAG_KEPT_AT = "rds-restore-kept-at";

  public static final String TAG_PRIMARY = "rds-restore-primary";

  /** Until when what we make is meant to be; a clone that is older has outlived its restore. */
  public static final Duration LIFE = Duration.ofDays(7);

  private static final Pattern MARK =
      Pattern.compile("(?<![\\w-])rr-([a-z2-7]{" + RestoreId.LENGTH + "})(?![\\w-])");
  private static final Pattern CLONE_OF = Pattern.compile("rds-restore clone of (\\S+) for ");
  private static final Pattern WHOLE_CLONE =
      Pattern.compile(
          "rds-restore clone of (\\S+) for rr-([a-z2-7]{%d}) #[1-9]\\d* until (\\S+)"
              .formatted(RestoreId.LENGTH));
  private static final Pattern WHOLE_JOB =
      Pattern.compile("\\S.* rr-([a-z2-7]{%d}) until (\\S+)".formatted(RestoreId.LENGTH));
  private static final Pattern ACCOUNT =
      Pattern.compile("rr_([a-z2-7]{%d})".formatted(RestoreId.LENGTH));
  private static final Pattern EXPIRES = Pattern.compile("until (\\S+)$");

  private RestoreMark() {}

  /** The mark itself, to search for: a word of its own. */
  public static String of(String restoreId) {
    return "rr-" + restoreId;
  }

  /** DBInstanceDescription of a clone: at most 255 characters, begins with a letter. */
  public static String cloneDescription(
      String restoreId, String primaryInstanceId, int ordinal, Instant expires) {
    return "rds-restore clone of %s for %s #%d until %s"
        .formatted(
            primaryInstanceId, of(restoreId), ordinal, expires.truncatedTo(ChronoUnit.SECONDS));
  }

  /** DtsJobName. */
  public static String jobName(String taskName, String restoreId, Instant expires) {
    return "%s %s until %s"
        .formatted(taskName, of(restoreId), expires.truncatedTo(ChronoUnit.SECONDS));
  }

  /** AccountName of a managed account: 13 characters of the 16 that MySQL 5.5 and 5.6 allow. */
  public static String accountName(String restoreId) {
    return "rr_" + restoreId;
  }

  /** AccountDescription of a managed account: the name alone may be another's by chance. */
  public static String accountDescription(String restoreId) {
    return "rds-restore account of " + of(restoreId);
  }

  /** DBDescription of a database that a restore has made: letters, digits, _ and - only. */
  public static String databaseDescription(String restoreId) {
    return of(restoreId);
  }

  /** The restore id in an account's name. */
  public static Optional<String> restoreIdOfAccount(String name) {
    Matcher matcher = ACCOUNT.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * What the description of a clone says.
   *
   * @param expires when it was meant to be gone
   */
  public record Clone(String primaryId, String restoreId, Instant expires) {}

  /** Of a description that is exactly as {@link #cloneDescription} makes it. */
  public static Optional<Clone> cloneIn(String description) {
    Matcher matcher = WHOLE_CLONE.matcher(description);
    return matcher.matches()
        ? instant(matcher.group(3))
            .map(expires -> new Clone(matcher.group(1), matcher.group(2), expires))
        : Optional.empty();
  }

  /** The restore id in a job name that is exactly as {@link #jobName} makes it. */
  public static Optional<String> jobIn(String name) {
    Matcher matcher = WHOLE_JOB.matcher(name);
    return matcher.matches()
        ? instant(matcher.group(2)).map(expires -> matcher.group(1))
        : Optional.empty();
  }

  /** The instant that an expiry says; empty if it is none. */
  public static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The restore id that a description or job name carries. */
  public static Optional<String> restoreIdIn(String text) {
    Matcher matcher = MARK.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The primary that a clone's description names. */
  public static Optional<String> primaryIn(String description) {
    Matcher matcher = CLONE_OF.matcher(description);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** When that which carries this description or name was meant to be gone, as text. */
  public static Optional<String> expiryIn(String text) {
    Matcher matcher = EXPIRES.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The same text without its end, which says when that which carries it is meant to be gone. */
  public static String withoutExpiry(String text) {
    return text.replaceFirst(" until \\S+$", "");
  }

  /** Whether a description or job name carries the mark of this restore. */
  public static boolean isMarked(String text, String restoreId) {
    return restoreIdIn(text).filter(restoreId::equals).isPresent();
  }
}
