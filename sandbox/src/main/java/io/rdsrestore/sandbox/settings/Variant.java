package io.rdsrestore.sandbox.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that the public documents leave open, with the answers that are plausible. The name of
 * the constant is the name of the switch in JSON, on the command line and in {@code
 * docs/assumptions.md}.
 */
public enum Variant {
  restsInPreCheckPass(
      Form.CHOICE, "false|true", "a job whose precheck has passed waits for another StartDtsJob"),
  purchaseStartsPrecheck(
      Form.CHOICE, "false|true", "CreateDtsInstance starts the precheck without AutoStart"),
  secondPurchase(
      Form.CHOICE, "refused|ignored|made", "another CreateDtsInstance for a job that is bought"),
  buyFirstAccepted(
      Form.CHOICE, "true|false", "CreateDtsInstance buys a job that is configured afterwards"),
  unboughtJobDeletable(
      Form.CHOICE, "true|false", "DeleteDtsJob removes a job that was never bought"),
  runningJobDeletable(Form.CHOICE, "true|false", "DeleteDtsJob removes a job that is copying"),
  secondDeleteRefused(Form.CHOICE, "true|false", "DeleteDtsJob for a job that is gone is an error"),
  resumableFor(Form.DURATION, "P7D|PT6H", "how long a suspended job can be resumed"),
  success(
      Form.CHOICE,
      "documented|string|boolean",
      "the form of Success in an answer of DTS; documented: some actions have the one, some the"
          + " other"),
  dtsRefusesBySuccessFalse(
      Form.CHOICE, "false|true", "DTS refuses by HTTP 200 and Success=false, not by an HTTP error"),
  sentencesInErrDetail(
      Form.CHOICE,
      "false|true",
      "ErrDetail of a precheck item holds the sentence, not a key of it"),
  incrementalItemsInFullMigration(
      Form.CHOICE,
      "false|true",
      "a precheck without incremental data looks at binary log, server id, topology"),
  definersNeedSuper(
      Form.CHOICE, "false|true", "CHECK_SUPER_AUTH_DEST fails for objects of another definer"),
  keptRowsFailPrecheck(
      Form.CHOICE,
      "false|true",
      "CHECK_DEST_TABLE_EMPTY fails for rows that targetTableMode 2 keeps"),
  whitelistsAddedByDts(
      Form.CHOICE,
      "false|true",
      "ConfigureDtsJob adds DTS's addresses to both instances, in a hidden group"),
  clientTokenRemembered(
      Form.CHOICE, "true|false", "CloneDBInstance knows a ClientToken for 24 hours, or not at all"),
  cloneListedAfter(
      Form.DURATION, "PT0S|PT30S|PT4M", "until DescribeDBInstances lists a fresh clone"),
  cloneFoundAfter(
      Form.DURATION, "PT0S|PT30S|PT4M", "until a fresh clone is found if it is asked for by id"),
  cloneStatus(
      Form.CHOICE, "Creating|INS_CLONING|Restoring", "the state of a clone that is being made"),
  accountsBySqlOnly(
      Form.CHOICE,
      "false|true",
      "CreateAccount is refused for MySQL 5.5 and 5.6; its code is a guess"),
  wrongStatus(
      Form.ERROR,
      "IncorrectDBInstanceState:403|IncorrectDBInstanceState:500"
          + "|OperationDenied.DBInstanceStatus:403|OperationDenied.DBInstanceStatus:400",
      "the refusal while an instance is in the wrong state"),
  notPrimary(
      Form.ERROR,
      "OperationDenied.DBInstanceType:403|IncorrectDBInstanceState:403",
      "the refusal of a clone of a read-only instance"),
  notClonable(
      Form.ERROR,
      "IncorrectEngineVersion:400|InvalidDBInstanceEngineType.Format:400",
      "the refusal of a clone of an edition that has none"),
  logBackupOff(
      Form.ERROR,
      "InvalidRestoreType.Format:400|InvalidRestoreTime.Format:400",
      "the refusal of a restore time without log backups"),
  outsideWindow(
      Form.ERROR,
      "InvalidRestoreTime.Format:400|InvalidRestoreType.Format:400",
      "the refusal of a restore time outside of the recovery window");

  /** What a value looks like. */
  private enum Form {
    CHOICE,
    DURATION,
    ERROR
  }

  private static final Pattern ERROR = Pattern.compile("[A-Z][A-Za-z]*(\\.[A-Za-z]+)*:[45]\\d\\d");

  private final Form form;
  private final String values;
  private final String meaning;

  /**
   * One switch.
   *
   * @param values all that seem possible, the most likely first, with a bar between them
   */
  Variant(Form form, String values, String meaning) {
    this.form = form;
    this.values = values;
    this.meaning = meaning;
  }

  /**
   * The variant of this name.
   *
   * @throws IllegalArgumentException naming all that there are
   */
  public static Variant named(String name) {
    return Arrays.stream(values())
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no variant %s; there are %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Variant::name)
                                .collect(Collectors.joining(", ")))));
  }

  /** What it is about, in half a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The answer that seems most likely. */
  public String usual() {
    return plausible().get(0);
  }

  /** All answers that seem possible, the most likely first. */
  public List<String> plausible() {
    return List.of(values.split("\\|", -1));
  }

  boolean isFlag() {
    return plausible().contains("true");
  }

  /**
   * The value, if it can be set.
   *
   * @throws IllegalArgumentException saying what can be set instead
   */
  String check(String value) {
    boolean allowed =
        value != null
            && switch (form) {
              case CHOICE -> plausible().contains(value);
              case DURATION -> isDuration(value);
              case ERROR -> ERROR.matcher(value).matches();
            };
    if (!allowed) {
      throw new IllegalArgumentException(
          "%s cannot be %s; %s".formatted(name(), value, expected()));
    }
    return value;
  }

  private String expected() {
    return switch (form) {
      case CHOICE -> "it is " + String.join(" or ", plausible());
      case DURATION -> "it is an ISO 8601 duration, for example PT30S";
      case ERROR -> "it is a code and an HTTP status, for example " + usual();
    };
  }

  private static boolean isDuration(String text) {
    try {
      return !Duration.parse(text).isNegative();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** For the help: what can be set, and below what it means. */
  public static List<String> lines() {
    return Arrays.stream(values())
        .flatMap(variant -> Stream.of(variant + "=" + variant.values, "    " + variant.meaning))
        .toList();
  }
}
