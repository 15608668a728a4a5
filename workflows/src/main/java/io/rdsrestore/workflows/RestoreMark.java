package io.rdsrestore.workflows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How our things are told from other people's: {@code rr-} and the restore id, as a word of its own
 * in the description of a clone and in the name of a DTS job; {@code rr_} and the id as the name of
 * an account. We remove only what carries it.
 */
public final class RestoreMark {
  /** The one whitelist group of ours on an instance (RDS: DBInstanceIPArrayName). */
  public static final String WHITELIST_GROUP = "rds_restore";

  /** What the group holds when it lets nobody in; RDS cannot delete a group. */
  public static final String CLOSED_WHITELIST = "127.0.0.1";

  /** Tags on a clone (RDS: TagResources). */
  public static final String TAG_RESTORE_ID = "rds-restore-id";

  public static final String TAG_EXPIRES = "rds-restore-expires";

  /** On a clone that has outlived its restore: the workflow that takes care of it. */
  public static final String TAG_KEPT_BY = "rds-restore-kept-by";

  public static final String TAG_PRIMARY = "rds-restore-primary";

  private static final Pattern MARK =
      Pattern.compile("(?<![\\w-])rr-([a-z2-7]{" + RestoreId.LENGTH + "})(?![\\w-])");
  private static final Pattern CLONE_OF = Pattern.compile("rds-restore clone of (\\S+) for ");
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

  /** Whether a description or job name carries the mark of this restore. */
  public static boolean isMarked(String text, String restoreId) {
    return restoreIdIn(text).filter(restoreId::equals).isPresent();
  }
}
