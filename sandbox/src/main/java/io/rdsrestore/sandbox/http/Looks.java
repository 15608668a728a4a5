package io.rdsrestore.sandbox.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which actions make something that others show, and where in an answer it is. */
final class Looks {
  private static final String NOT_FOUND = "InvalidDBInstanceId.NotFound";

  private Looks() {}

  /** The things that can be absent from a look, or in another state at one. */
  enum Kind {
    INSTANCE("Failed"),
    JOB("MigrationFailed"),
    ACCOUNT("Creating"),
    DATABASE("Creating"),
    BACKUP("Failed"),
    PRECHECK("Failed");

    private final String failed;

    Kind(String failed) {
      this.failed = failed;
    }

    /** A state that means trouble, if nobody says which one is to be shown. */
    String failed() {
      return failed;
    }
  }

  /**
   * An action that makes things.
   *
   * @param parameters the names that tell one thing from another, in the request or its answer
   */
  record Maker(Kind kind, List<String> parameters) {
    /** Whether the call makes something new, and does not change what is there. */
    boolean isFresh(ApiCall call) {
      return switch (call.action()) {
        case "CreateDtsInstance", "StartDtsJob" -> false;
        case "ConfigureDtsJob" ->
            call.text("DtsJobId") == null && call.text("DtsInstanceId") == null;
        default -> true;
      };
    }
  }

  /**
   * An action that shows things.
   *
   * @param path to the list; empty if the answer itself shows the only one
   * @param id the field with the name of an item
   * @param within the parameter that completes it, for example the instance of an account, or null
   * @param state the field with the state of an item
   * @param notFound the error for the one thing that was asked for; null for lists
   */
  record Look(
      Kind kind,
      List<String> path,
      String id,
      String within,
      String state,
      ApiException notFound) {}

  private static final Map<String, Maker> MAKERS =
      Map.of(
          "CloneDBInstance", new Maker(Kind.INSTANCE, List.of("DBInstanceId")),
          "ConfigureDtsJob", new Maker(Kind.JOB, List.of("DtsJobId")),
          "CreateDtsInstance", new Maker(Kind.JOB, List.of("JobId")),
          "StartDtsJob", new Maker(Kind.JOB, List.of("DtsJobId")),
          "CreateAccount", new Maker(Kind.ACCOUNT, List.of("DBInstanceId", "AccountName")),
          "CreateDatabase", new Maker(Kind.DATABASE, List.of("DBInstanceId", "DBName")));

  private static final Map<String, Look> LOOKS =
      Map.of(
          "DescribeDBInstances",
          new Look(
              Kind.INSTANCE,
              List.of("Items", "DBInstance"),
              "DBInstanceId",
              null,
              "DBInstanceStatus",
              null),
          "DescribeDBInstanceAttribute",
          new Look(
              Kind.INSTANCE,
              List.of("Items", "DBInstanceAttribute"),
              "DBInstanceId",
              null,
              "DBInstanceStatus",
              new ApiException(404, NOT_FOUND, "The specified instance does not exist.")),
          "DescribeDtsJobs",
          new Look(Kind.JOB, List.of("DtsJobList"), "DtsJobId", null, "Status", null),
          "DescribeDtsJobDetail",
          new Look(
              Kind.JOB,
              List.of(),
              "DtsJobId",
              null,
              "Status",
              new ApiException(404, "InvalidJobId", "The job does not exist.")),
          "DescribePreCheckStatus",
          new Look(
              Kind.PRECHECK,
              List.of(),
              "JobId",
              null,
              "State",
              new ApiException(404, "InvalidJobId", "The job does not exist.")),
          "DescribeAccounts",
          new Look(
              Kind.ACCOUNT,
              List.of("Accounts", "DBInstanceAccount"),
              "AccountName",
              "DBInstanceId",
              "AccountStatus",
              null),
          "DescribeDatabases",
          new Look(
              Kind.DATABASE,
              List.of("Databases", "Database"),
              "DBName",
              "DBInstanceId",
              "DBStatus",
              null),
          "DescribeBackups",
          new Look(
              Kind.BACKUP, List.of("Items", "Backup"), "BackupId", null, "BackupStatus", null));

  /** Null if the action makes nothing that is looked at. */
  static Maker maker(String action) {
    return MAKERS.get(action);
  }

  /** Null if the action shows nothing of these. */
  static Look look(String action) {
    return LOOKS.get(action);
  }

  static boolean isKnown(String action) {
    return MAKERS.containsKey(action) || LOOKS.containsKey(action);
  }

  static boolean shows(String action) {
    return LOOKS.containsKey(action);
  }

  static String actions() {
    Map<String, Object> all = new TreeMap<>(MAKERS);
    all.putAll(LOOKS);
    return String.join(", ", new TreeSet<>(all.keySet()));
  }

  /** The name of a thing, from parts of which each is enough only together. */
  static String name(Kind kind, String... parts) {
    return kind + ":" + String.join("/", Arrays.asList(parts));
  }
}
