package io.rdsrestore.workflows.request;

/** Fields about tables that move into place say nothing where none does, and are refused there. */
final class PutBackRules {
  private PutBackRules() {}

  static void check(JsonField root, RestoreRequest request) {
    boolean moves = request.target() == TargetMode.AUTO && request.migratesStructure();
    JsonField moveIn = root.child("moveIn");
    if (request.moveIn() != MoveIn.WHEN_VERIFIED && !moves) {
      moveIn.problem(
          request.migratesStructure()
              ? "is for target auto; with target original tables are copied under their own names, with"
                  + " sideBySide they stay beside"
              : "is for tables that are made anew; migrate [\"data\"] fills those that exist");
    }
    boolean placed =
        request.afterwards() == Afterwards.ASK || (moves && request.moveIn() != MoveIn.NEVER);
    if (request.autoIncrementFloor() != null && !placed) {
      root.child("autoIncrementFloor")
          .problem(
              "is for tables that move or are swapped into their places, and here none is: that takes"
                  + " target auto with a moveIn, or afterwards ask");
    }
    if (request.undoFor() != null && request.afterwards() != Afterwards.ASK) {
      root.child("undoFor")
          .problem("is for tables that a person swaps or merges: that takes afterwards ask");
    }
  }
}
