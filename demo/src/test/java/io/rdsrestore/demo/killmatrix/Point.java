package io.rdsrestore.demo.killmatrix;

/** Where in a restore a blow falls. */
sealed interface Point {
  String id();

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
