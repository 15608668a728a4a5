package io.rdsrestore.workflows.language;

import java.util.List;

/**
 * A text in another language.
 *
 * @param text what the book does not know stands in it in English, so nothing is lost
 * @param unknown what that is
 */
public record Translation(String text, List<String> unknown) {
  public Translation {
    unknown = List.copyOf(unknown);
  }
}
