package io.rdsrestore.demo.killmatrix;

/** Where in a restore a blow falls. */
sealed interface Point {
  String id();

  /** Whether it is in such an activity. */
  default boolean isMadeBy(String activity) {
    return false;
  }

  /** No blow at all: the calm run. */
  record Nowhere() implements Point {
    @Override
    public String id() {
      return "calm";
    }
  }

  /**
   * The nth call of its action.
   *
   * @param nth 1 for the first
   */
  record OnCall(CloudWrite action, int nth) implements Point {
    @Override
    public String id() {
      return nth == 1 ? action.name() : action.name() + "-" + nth;
    }

    @Override
    public boolean isMadeBy(String activity) {
      return action.isMadeBy(activity);
    }
  }

  /**
   * The nth such statement on the primary.
   *
   * @param nth 1 for the first
   */
  record OnStatement(SqlStep step, int nth) implements Point {
    @Override
    public String id() {
      return nth == 1 ? step.name() : step.name() + "-" + nth;
    }

    @Override
    public boolean isMadeBy(String activity) {
      return step.isMadeBy(activity);
    }
  }

  /** Between the first and the second look of a wait. */
  record OnWait(String activity) implements Point {
    @Override
    public String id() {
      return activity;
    }
  }

  /** Once a worker has been given such an activity. */
  record OnStart(String activity) implements Point {
    @Override
    public String id() {
      return activity;
    }
  }

  /** While a person is asked. */
  record OnGate(String gate) implements Point {
    @Override
    public String id() {
      return gate;
    }
  }
}
