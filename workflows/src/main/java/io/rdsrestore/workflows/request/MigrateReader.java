package io.rdsrestore.workflows.request;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code migrate}: structure, data or both; kept in that order. */
final class MigrateReader {
  private MigrateReader() {}

  static List<MigrationPart> read(JsonField field) {
    if (field.isAbsent()) {
      return MigrationPart.BOTH;
    }
    List<MigrationPart> parts = new ArrayList<>();
    for (JsonField element : field.elements()) {
      element
          .oneOf(MigrationPart.class)
          .ifPresent(
              part -> {
                if (parts.contains(part)) {
                  element.problem("is given twice");
                } else {
                  parts.add(part);
                }
              });
    }
    return MigrationPart.BOTH.stream().filter(parts::contains).toList();
  }
}
