package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.request.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Triggers of a database that was lost as a whole. Moved home they are made again, which no account
 * of RDS may do for another one.
 */
public final class HomeTriggers {
  private static final String ID = "sql.homeTriggers";

  /** What needs no quoting in a shell. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private HomeTriggers() {}

  /**
   * Those of one database.
   *
   * @param definitions of the clone
   */
  public static List<ObjectDefinition> of(ObjectTarget object, List<ObjectDefinition> definitions) {
    return definitions.stream()
        .filter(definition -> definition.kind() == ObjectKind.TRIGGER)
        .filter(definition -> object.isWhole() && definition.database().equals(object.database()))
        .toList();
  }

  /** The user whom all of them run as; empty if there is no such, or a shell would not take it. */
  public static Optional<String> onlyUser(List<ObjectDefinition> triggers) {
    List<String> users =
        triggers.stream().map(HomeTriggers::user).map(user -> user.orElse("")).distinct().toList();
    return users.size() == 1
        ? Optional.of(users.get(0)).filter(user -> PLAIN.matcher(user).matches())
        : Optional.empty();
  }

  private static Optional<String> user(ObjectDefinition trigger) {
    return trigger.definer().map(definer -> definer.substring(0, definer.lastIndexOf('@')));
  }

  /**
   * What the plan says once the clone has been looked at.
   *
   * @param moving databases that are to move home as a whole
   * @param definitions of the clone
   */
  public static Optional<PlanCheck> check(
      List<ObjectTarget> moving, List<ObjectDefinition> definitions, Accounts accounts) {
    List<String> foreign =
        moving.stream()
            .flatMap(object -> of(object, definitions).stream())
            .filter(trigger -> !mayMake(accounts, trigger))
            .map(
                trigger ->
                    trigger.text() + trigger.definer().map(" (runs as %s)"::formatted).orElse(""))
            .toList();
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlanCheck.warning(
                ID,
                "triggers of a database that moves home can be made again there only by the account that they run as, or one with SUPER: "
                    + Names.listed(foreign),
                "nothing to do now: if the account may not, the move asks at gate failure, with the SQL; target original copies them straight into place instead"));
  }

  private static boolean mayMake(Accounts accounts, ObjectDefinition trigger) {
    return !accounts.isManaged()
        && user(trigger).equals(Optional.ofNullable(accounts.onTarget().userName()));
  }

  /**
   * One that is not where it was, for the report.
   *
   * @param beside the database that it is in now; null: it is in none
   */
  public static String told(ObjectDefinition trigger, String beside) {
    String what =
        "%s%s %s"
            .formatted(
                trigger.text(),
                trigger.definer().map(", which runs as %s,"::formatted).orElse(""),
                beside == null
                    ? "is not there any more: the copy had it no more when it moved"
                    : "is in %s, with its table".formatted(beside));
    return trigger.sql() == null
        ? "%s. Its SQL is too long for a report, or not for everybody; a backup set has it"
            .formatted(what)
        : "%s. Its SQL: %s"
            .formatted(what, trigger.after("USE %s;".formatted(SqlName.quote(trigger.database()))));
  }
}
