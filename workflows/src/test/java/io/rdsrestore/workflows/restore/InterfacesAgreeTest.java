package io.rdsrestore.workflows.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreToPrimary;
import io.temporal.common.metadata.POJOWorkflowInterfaceMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.common.metadata.WorkflowMethodType;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Java callers see and what the worker handles must be the same contract. */
class InterfacesAgreeTest {

  @Test
  void bothInterfacesHaveTheSameHandlers() {
    assertThat(handlers(RestoreToPrimaryWorkflow.class))
        .isEqualTo(handlers(RestoreToPrimary.class));
  }

  private static Set<String> handlers(Class<?> type) {
    return POJOWorkflowInterfaceMetadata.newInstance(type).getMethodsMetadata().stream()
        .filter(method -> method.getType() != WorkflowMethodType.UPDATE_VALIDATOR)
        .map(InterfacesAgreeTest::describe)
        .collect(Collectors.toSet());
  }

  private static String describe(POJOWorkflowMethodMetadata method) {
    return "%s %s: %s, %d arguments"
        .formatted(
            method.getType(),
            method.getName(),
            method.getWorkflowMethod().getReturnType().getSimpleName(),
            method.getWorkflowMethod().getParameterCount());
  }
}
