package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.NearMiss;
import java.util.List;

/** A signal that has none of the names there are. */
public final class UnknownSignal {
  /** Of the name; what is longer says no more. */
  private static final int MOST_CHARACTERS = 60;

  private UnknownSignal() {}

  /** What is recorded of it. */
  public static String problem(String name, List<String> known) {
    String shown =
        name.length() > MOST_CHARACTERS ? name.substring(0, MOST_CHARACTERS) + "..." : name;
    return "there is no signal %s%s; known are %s"
        .formatted(shown, NearMiss.question(", ", name, known), String.join(", ", known));
  }
}
