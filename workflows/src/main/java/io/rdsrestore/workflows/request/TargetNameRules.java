package io.rdsrestore.workflows.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the names on the primary must fulfil, whatever the target turns out to be: they can be
 * created, and no two objects land on one.
 *
 * <p>An explicit {@code as} wins over the request's target: it is the name, in every mode.
 */
final class TargetNameRules {
  /** Stands for the time of a backup set, which only the plan learns; the length is the same. */
  private static final Instant ANY_TIME = Instant.EPOCH;

  private TargetNameRules() {}

  static void check(JsonField objects, RestoreRequest request) {
    if (request.target() == TargetMode.SIDE_BY_SIDE && !request.migratesStructure()) {
      objects.problem(
          "migrate [\"data\"] fills tables that exist, and sideBySide goes where none are; migrate"
              + " structure too, or choose target original");
      return;
    }
    Map<String, DatabaseSelection> taken = new HashMap<>();
    for (int i = 0; i < request.objects().size(); i++) {
      DatabaseSelection selection = request.objects().get(i);
      if (selection.database() == null) {
        continue;
      }
      JsonField field = objects.element(i);
      checkSideBySideName(field, selection, request);
      checkTables(field.child("tables"), selection);
      checkAgainstOthers(field, selection, request, taken);
    }
  }

  private static void checkSideBySideName(
      JsonField field, DatabaseSelection selection, RestoreRequest request) {
    if (selection.as() != null || !mayGoBeside(request)) {
      return;
    }
    String name = SideBySideName.of(selection.database(), timeOf(request));
    if (name.length() > ObjectName.MAX_LENGTH) {
      field
          .child("database")
          .problem(
              "its name beside the original, %s_restored_<yyyyMMddHHmm>, would be longer than 64"
                      .formatted(selection.database())
                  + " characters; give a shorter one with as");
    } else if (!ObjectName.isCreatable(name)) {
      field
          .child("database")
          .problem(
              "RDS and DTS create only databases named with letters, digits, _ and -; give such a"
                  + " name for the one beside the original with as");
    }
  }

  private static boolean mayGoBeside(RestoreRequest request) {
    return request.target() == TargetMode.SIDE_BY_SIDE
        || (request.target() == TargetMode.AUTO && request.migratesStructure());
  }

  private static void checkTables(JsonField field, DatabaseSelection selection) {
    if (selection.isWhole()) {
      return;
    }
    Set<String> names = new HashSet<>();
    Set<String> sources = new HashSet<>();
    for (int i = 0; i < selection.tables().size(); i++) {
      TableSelection table = selection.tables().get(i);
      // A table chosen twice is reported already, as what it is.
      if (table.name() != null
          && sources.add(table.name())
          && !names.add(lower(table.targetName()))) {
        field
            .element(i)
            .problem("another table gets the name " + Words.quoted(table.targetName()) + " too");
      }
    }
  }

  private static void checkAgainstOthers(
      JsonField field,
      DatabaseSelection selection,
      RestoreRequest request,
      Map<String, DatabaseSelection> taken) {
    for (String name : possibleNames(selection, request)) {
      DatabaseSelection other = taken.putIfAbsent(lower(name), selection);
      if (other != null && !other.database().equals(selection.database())) {
        Set<String> both = tableNames(selection);
        both.retainAll(tableNames(other));
        if (selection.isWhole() || other.isWhole() || !both.isEmpty()) {
          field.problem(
              "lands on the same name as objects of \"%s\": \"%s\"; give one of them another name with as"
                  .formatted(other.database(), name));
          return;
        }
      }
    }
  }

  private static List<String> possibleNames(DatabaseSelection selection, RestoreRequest request) {
    List<String> names = new ArrayList<>();
    if (selection.as() != null) {
      names.add(selection.as());
      return names;
    }
    if (request.target() != TargetMode.SIDE_BY_SIDE) {
      names.add(selection.database());
    }
    if (mayGoBeside(request)) {
      names.add(SideBySideName.of(selection.database(), timeOf(request)));
    }
    return names;
  }

  private static Set<String> tableNames(DatabaseSelection selection) {
    return selection.isWhole()
        ? new HashSet<>()
        : selection.tables().stream()
            .filter(table -> table.name() != null)
            .map(table -> lower(table.targetName()))
            .collect(Collectors.toCollection(HashSet::new));
  }

  private static Instant timeOf(RestoreRequest request) {
    RestorePoint point = request.restoreTo();
    return point == null || point.time() == null ? ANY_TIME : point.time();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
