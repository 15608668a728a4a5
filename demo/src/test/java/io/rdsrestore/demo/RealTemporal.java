package io.rdsrestore.demo;

import io.rdsrestore.demo.temporal.TemporalBinary;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What a test against a real Temporal server needs of this machine. */
public final class RealTemporal {
  /** Where this is set a missing Temporal binary is a failure, not a reason to skip. */
  private static final String REQUIRED = "RDS_RESTORE_REQUIRE_TEMPORAL";

  private RealTemporal() {}

  /** The binary; without one the test is skipped, or fails. */
  public static Path binary() {
    Optional<Path> temporal = TemporalBinary.find();
    if (temporal.isEmpty() && System.getenv(REQUIRED) == null) {
      Assumptions.abort("no temporal binary: " + TemporalBinary.HOW_TO_GET_ONE);
    }
    return temporal.orElseThrow();
  }
}
