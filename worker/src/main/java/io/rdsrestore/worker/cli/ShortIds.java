package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which restore a part of an id means: the beginning of an instance id, with or without its {@code
 * rm-}, or of a restore id. What fits several is never chosen from.
 */
final class ShortIds {
  private static final String INSTANCE_PREFIX = "rm-";

  /** Fewer characters of a restore id say nothing. */
  private static final int LEAST_OF_RESTORE_ID = 4;

  /** Fewer of an instance id, without its prefix, may be a slip: {@code abort "$UNSET"}. */
  private static final int LEAST_OF_INSTANCE_ID = 3;

  private static final int MOST_SHOWN = 8;
  private static final int MOST_TYPOS = 2;

  private ShortIds() {}

  /**
   * The one restore that is meant.
   *
   * @param known all there are, the newest first
   * @param which asked where several fit; empty: nobody can tell
   * @throws UserError if it fits none, or more than one and nobody can tell
   */
  static RestoreLine choose(
      String part,
      List<RestoreLine> known,
      Function<List<RestoreLine>, Optional<RestoreLine>> which) {
    requireEnough(part);
    Optional<RestoreLine> whole =
        known.stream()
            .filter(one -> part.equals(one.restoreId()) && instance(one) != null)
            .findFirst();
    if (whole.isPresent()) {
      return whole.get();
    }
    List<RestoreLine> fitting = fitting(part, known);
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    if (fitting.isEmpty()) {
      throw unknown(part, known);
    }
    return which.apply(fitting).orElseThrow(() -> ambiguous(part, fitting));
  }

  /**
   * Of a primary the newest restore is meant, as by its whole id; of a restore its last run, also
   * where something outlives it, which has a name of its own.
   */
  private static List<RestoreLine> fitting(String part, List<RestoreLine> known) {
    List<RestoreLine> restores = new ArrayList<>();
    List<RestoreLine> kept = new ArrayList<>();
    for (RestoreLine one : known) {
      if (instance(one) == null) {
        if (namesRestore(part, one)) {
          kept.add(one);
        }
      } else if (namesInstance(part, instance(one))
          ? restores.stream().noneMatch(other -> isSame(other, one, false))
          : namesRestore(part, one)
              && restores.stream().noneMatch(other -> isSame(other, one, true))) {
        restores.add(one);
      }
    }
    kept.stream()
        .filter(
            keep -> restores.stream().noneMatch(one -> one.restoreId().equals(keep.restoreId())))
        .forEach(restores::add);
    return restores;
  }

  /** So much that nobody has typed it by mistake. */
  private static void requireEnough(String part) {
    String said =
        part.startsWith(INSTANCE_PREFIX) ? part.substring(INSTANCE_PREFIX.length()) : part;
    if (said.isBlank()) {
      throw new UserError(
          ExitCode.USAGE, "The id is empty: name the restore; ./rds-restore list shows all.");
    }
    if (said.length() < LEAST_OF_INSTANCE_ID) {
      throw new UserError(
          ExitCode.USAGE,
          "%s is too short to name a restore: at least %d characters of its instance id, or %d of its restore id."
              .formatted(part, LEAST_OF_INSTANCE_ID, LEAST_OF_RESTORE_ID));
    }
  }

  /**
   * What has outlived its restore, and is meant by a part of its primary's or its restore's id.
   *
   * @throws UserError if the part says too little
   */
  static List<RestoreLine> kept(String part, List<RestoreLine> known) {
    requireEnough(part);
    return known.stream()
        .filter(one -> namesInstance(part, one.instanceId()) || namesRestore(part, one))
        .toList();
  }

  private static boolean namesInstance(String part, String instance) {
    return instance != null
        && (instance.startsWith(part) || instance.startsWith(INSTANCE_PREFIX + part));
  }

  private static boolean namesRestore(String part, RestoreLine one) {
    return part.length() >= LEAST_OF_RESTORE_ID && one.restoreId().startsWith(part);
  }

  private static boolean isSame(RestoreLine a, RestoreLine b, boolean alsoRestore) {
    return a.workflowId().equals(b.workflowId())
        && (!alsoRestore || a.restoreId().equals(b.restoreId()));
  }

  /** Null of what keeps a clone: it goes by its restore id. */
  private static String instance(RestoreLine one) {
    return RestoreContract.isRestore(one.workflowId()) ? Handle.of(one.workflowId()) : null;
  }

  private static UserError ambiguous(String part, List<RestoreLine> fitting) {
    List<String> lines = new ArrayList<>();
    lines.add("%s could be any of these; say more of one:".formatted(part));
    fitting.stream().limit(MOST_SHOWN).forEach(one -> lines.add("  " + WhichRestore.line(one)));
    if (fitting.size() > MOST_SHOWN) {
      lines.add("  and %d more: ./rds-restore list".formatted(fitting.size() - MOST_SHOWN));
    }
    return new UserError(ExitCode.FAILED, String.join(System.lineSeparator(), lines));
  }

  private static UserError unknown(String part, List<RestoreLine> known) {
    Set<String> near = new TreeSet<>();
    for (RestoreLine one : known) {
      Stream.of(Handle.of(one.workflowId()), one.restoreId())
          .filter(id -> isNear(part, id))
          .forEach(near::add);
    }
    return new UserError(
        ExitCode.FAILED,
        "No restore is known as %s in this namespace; %s"
            .formatted(
                part,
                near.isEmpty()
                    ? "./rds-restore list shows those there are."
                    : "did you mean %s?".formatted(String.join(" or ", near))));
  }

  private static boolean isNear(String said, String id) {
    String small = said.toLowerCase(Locale.ROOT);
    return distance(small, id) <= MOST_TYPOS || distance(INSTANCE_PREFIX + small, id) <= MOST_TYPOS;
  }

  /** How many characters are added, missing, wrong or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
