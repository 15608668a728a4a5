package io.rdsrestore.worker.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Temporal's in-memory server neither lists workflows nor describes task queues. */
class ServerThatCannotListTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> said = new ArrayList<>();

  @Test
  void isSaidOnceAndNothingIsShown() {
    try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
      NamespaceList list = new NamespaceList(temporal.getWorkflowClient());
      TaskQueues queues = new TaskQueues(temporal.getWorkflowClient(), registry);
      Look restores = new Look("restores", list::read, queues::forget, said::add);
      Look backlog = new Look("a backlog", queues::look, queues::forget, said::add);
      for (int i = 0; i < 10; i++) {
        restores.run();
        backlog.run();
      }
    }
    assertThat(said)
        .containsExactly(
            "The metrics do not show restores: this Temporal server cannot tell (the embedded test server cannot)",
            "The metrics do not show a backlog: this Temporal server cannot tell (the embedded test server cannot)");
    assertThat(registry.getMeters()).isEmpty();
  }
}
