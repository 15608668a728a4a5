package io.rdsrestore.workflows.restore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I10: every history that a released version has recorded replays on this one. */
class HistoriesReplayTest {
  @ParameterizedTest
  @MethodSource("histories")
  void I10_replays(Path history) throws Exception {
    Histories.replay(history);
  }

  static List<Path> histories() throws IOException {
    return Histories.all();
  }
}
