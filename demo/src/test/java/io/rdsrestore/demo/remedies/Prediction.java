package io.rdsrestore.demo.remedies;

import io.rdsrestore.workflows.request.DatabaseSelection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A trouble on the primary that makes a precheck item fail, and the row of the plan that says so
 * before anything is bought.
 *
 * @param item of DTS
 * @param row of the plan
 * @param objects that are to be restored
 * @param more of the request
 * @param happens what somebody does
 * @param undone takes it back
 */
record Prediction(
    String item,
    String row,
    DatabaseSelection objects,
    Map<String, Object> more,
    Consumer<Scene> happens,
    Consumer<Scene> undone) {

  static Prediction of(String item, String row, Consumer<Scene> happens, Consumer<Scene> undone) {
    return new Prediction(
        item,
        row,
        TableTroubles.chosen("orders", "settings", "shipments"),
        Map.of("target", "original"),
        happens,
        undone);
  }

  @Override
  public String toString() {
    return item + " by " + row;
  }
}
