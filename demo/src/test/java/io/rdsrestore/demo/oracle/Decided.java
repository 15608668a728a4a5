package io.rdsrestore.demo.oracle;

import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the decisions of a restore allow it to buy. */
public final class Decided {
  private static final Set<String> ASKING = Set.of("retry", "changeRestorePoint", "changeObjects");

  private Decided() {}

  /** How often people have asked for something that may need another purchase. */
  public static int askedAgain(List<DecisionRecord> decisions) {
    return (int)
        acted(decisions)
            .filter(record -> ASKING.contains(record.action()))
            .filter(record -> !"rds-restore".equals(record.actor()))
            .count();
  }

  /** When the first approval was given; null if none was. */
  public static Instant approvedAt(List<DecisionRecord> decisions) {
    return acted(decisions)
        .filter(record -> "approve".equals(record.action()))
        .map(DecisionRecord::at)
        .findFirst()
        .orElse(null);
  }

  private static Stream<DecisionRecord> acted(List<DecisionRecord> decisions) {
    return decisions.stream().filter(record -> record.outcome() == DecisionOutcome.ACTED);
  }
}
