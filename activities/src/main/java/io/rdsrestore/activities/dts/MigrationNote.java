package io.rdsrestore.activities.dts;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.json.RestoreJson;

/**
 * What one look at a copy leaves for the next.
 *
 * @param doing for people who look at the pending activity
 * @param shapes what the tables look like, as far as they have been seen
 */
record MigrationNote(String doing, TableShapes shapes) {

  String text() {
    try {
      return RestoreJson.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note is no JSON", e);
    }
  }

  /** What a note says of tables; nothing if it is none of ours. */
  static TableShapes shapesIn(String note) {
    try {
      MigrationNote read = RestoreJson.mapper().readValue(note, MigrationNote.class);
      return read.shapes() == null ? TableShapes.none() : read.shapes();
    } catch (JsonProcessingException e) {
      return TableShapes.none();
    }
  }
}
