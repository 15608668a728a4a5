package io.rdsrestore.workflows.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code objects}: databases, and the tables chosen of them. */
final class ObjectsReader {
  /** Longer texts are refused by the rules of names, which say why. */
  private static final int ANY_LENGTH = RequestText.MAX_BYTES;

  private ObjectsReader() {}

  /** The selections, index by index; one that could not be read has a null name. */
  static List<DatabaseSelection> read(JsonField field) {
    List<DatabaseSelection> selections = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonField element : field.requiredElements()) {
      DatabaseSelection selection = database(element);
      if (selection.database() != null && !names.add(selection.database())) {
        element
            .child("database")
            .problem(Words.quoted(selection.database()) + " is chosen twice; name it once");
      }
      selections.add(selection);
    }
    return List.copyOf(selections);
  }

  private static DatabaseSelection database(JsonField element) {
    if (!element.isObject()) {
      return new DatabaseSelection(null, null, null);
    }
    element.knows("database", "as", "tables");
    String as = name(element.child("as"), ObjectName::problemOfDatabase);
    if (as != null && !ObjectName.isCreatable(as)) {
      element
          .child("as")
          .problem(
              Words.quoted(as)
                  + " cannot be created by RDS and DTS: letters, digits, _ and - only");
    }
    return new DatabaseSelection(
        requiredName(element.child("database"), ObjectName::problemOfDatabase),
        as,
        tables(element.child("tables")));
  }

  private static List<TableSelection> tables(JsonField field) {
    if (field.isAbsent()) {
      return null;
    }
    List<TableSelection> tables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonField element : field.elements()) {
      TableSelection table = table(element);
      if (table.name() != null && !names.add(table.name())) {
        element.problem(Words.quoted(table.name()) + " is chosen twice; name it once");
      }
      tables.add(table);
    }
    return List.copyOf(tables);
  }

  private static TableSelection table(JsonField element) {
    if (element.isText()) {
      return new TableSelection(requiredName(element, ObjectName::problemOfTable), null);
    }
    if (!element.isObject()) {
      return new TableSelection(null, null);
    }
    element.knows("name", "as");
    return new TableSelection(
        requiredName(element.child("name"), ObjectName::problemOfTable),
        name(element.child("as"), ObjectName::problemOfTable));
  }

  private static String requiredName(
      JsonField field, Function<String, Optional<String>> problemOf) {
    return named(field, field.requiredText(ANY_LENGTH), problemOf);
  }

  private static String name(JsonField field, Function<String, Optional<String>> problemOf) {
    return named(field, field.text(ANY_LENGTH), problemOf);
  }

  private static String named(
      JsonField field, Optional<String> text, Function<String, Optional<String>> problemOf) {
    Optional<String> problem = text.flatMap(problemOf);
    problem.ifPresent(field::problem);
    return problem.isPresent() ? null : text.orElse(null);
  }
}
