package io.rdsrestore.workflows.request;

import io.rdsrestore.workflows.RestoreMark;
import java.util.regex.Pattern;

/** Reads {@code taskName}, which DTS shows (DtsJobName) with the restore's mark after it. */
final class TaskName {
  private static final int MAX_LENGTH = 64;
  private static final Pattern PATTERN =
      Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} _.-]*[\\p{L}\\p{N}_.-])?");

  private TaskName() {}

  static String read(JsonField field) {
    return field
        .text(MAX_LENGTH)
        .filter(text -> isUsable(field, text))
        .orElse(RestoreRequest.DEFAULT_TASK_NAME);
  }

  private static boolean isUsable(JsonField field, String text) {
    if (!PATTERN.matcher(text).matches()) {
      field.problem(
          Words.quoted(text)
              + " must begin with a letter or digit and hold only letters, digits, blanks, _ . and"
              + " -");
      return false;
    }
    if (RestoreMark.restoreIdIn(text).isPresent()) {
      // It stands before the real mark and would be taken for it.
      field.problem(Words.quoted(text) + " looks like the mark of another restore");
      return false;
    }
    return true;
  }
}
