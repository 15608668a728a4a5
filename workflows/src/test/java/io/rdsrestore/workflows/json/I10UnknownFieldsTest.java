package io.rdsrestore.workflows.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.activity.ActivityMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * I10: a worker of tomorrow may write fields that a worker of today, or a client, does not know.
 * All messages but the request, in which an unknown field is a mistake that must be told.
 */
class I10UnknownFieldsTest {
  private static final List<Class<?>> ACTIVITIES =
      List.of(
          RdsActivities.class,
          DtsActivities.class,
          DatabaseActivities.class,
          NotifyActivities.class,
          AuditActivities.class);

  @ParameterizedTest
  @MethodSource("messages")
  void I10_anUnknownFieldIsLetPass(Class<?> type) throws Exception {
    Object message = new SampleMessages().of(type);
    ObjectNode json = RestoreJson.mapper().valueToTree(message);
    assertThat(RestoreJson.mapper().treeToValue(json, type)).isEqualTo(message);
    json.putObject("ofTomorrow").put("a", 1).putArray("b").add("c");
    assertThat(RestoreJson.mapper().treeToValue(json, type)).isEqualTo(message);
  }

  @Test
  void aStrictMapperWouldBeFound() throws Exception {
    ObjectMapper strict =
        RestoreJson.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    ObjectNode json = strict.valueToTree(new SampleMessages().of(DecisionAnswer.class));
    json.put("ofTomorrow", 1);
    assertThatThrownBy(() -> strict.treeToValue(json, DecisionAnswer.class))
        .isInstanceOf(UnrecognizedPropertyException.class);
  }

  @Test
  void theMessagesAreAllThere() throws Exception {
    assertThat(messages()).hasSizeGreaterThan(60).contains(RestoreStatus.class, Decision.class);
  }

  static Set<Class<?>> messages() throws ReflectiveOperationException {
    SampleMessages samples = new SampleMessages();
    for (Type root : roots()) {
      var unused = samples.of(root);
    }
    return samples.met();
  }

  private static List<Type> roots() {
    List<Type> roots =
        new ArrayList<>(
            List.of(
                RestoreStatus.class, RestoreReport.class, Decision.class, DecisionAnswer.class));
    for (Class<?> activities : ACTIVITIES) {
      for (Method method : activities.getMethods()) {
        if (method.isAnnotationPresent(ActivityMethod.class) || !method.isDefault()) {
          roots.addAll(List.of(method.getGenericParameterTypes()));
          roots.add(method.getGenericReturnType());
        }
      }
    }
    roots.removeIf(type -> type == void.class);
    return roots;
  }
}
