package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Functions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all recorded restores say to people: each is replayed, and asked for its status whenever it
 * changes what Temporal shows of it.
 */
public final class SpokenTexts {
  /** Fields of a status that hold prose; all others hold names, figures, instants and commands. */
  private static final Set<String> PROSE =
      Set.of(
          "reason",
          "message",
          "remedy",
          "leadsTo",
          "summary",
          "text",
          "note",
          "why",
          "what",
          "method",
          "basis",
          "doing",
          "changes",
          "notRestored",
          "notes",
          "step",
          "reminder",
          "source",
          "removeWith",
          "putBackSql");

  private final Set<String> texts = new TreeSet<>();

  private SpokenTexts() {}

  /** Each once. */
  public static Set<String> ofAllHistories() throws Exception {
    SpokenTexts spoken = new SpokenTexts();
    for (Path history : Histories.all()) {
      Histories.replay(history, spoken.new Listening());
    }
    return spoken.texts;
  }

  private void hear(JsonNode node, boolean prose) {
    if (node.isTextual() && prose) {
      synchronized (texts) {
        texts.add(node.textValue());
      }
    }
    if (node.isObject()) {
      node.properties().forEach(field -> hear(field.getValue(), PROSE.contains(field.getKey())));
    } else if (node.isArray()) {
      node.forEach(element -> hear(element, prose));
    }
  }

  private final class Listening extends WorkerInterceptorBase {
    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
      return new WorkflowInboundCallsInterceptorBase(next) {
        @Override
        public void init(WorkflowOutboundCallsInterceptor outbound) {
          super.init(new Asking(outbound));
        }
      };
    }
  }

  private final class Asking extends WorkflowOutboundCallsInterceptorBase {
    private final List<Functions.Func1<Object[], Object>> queries = new ArrayList<>();

    Asking(WorkflowOutboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void registerQuery(RegisterQueryInput input) {
      if (input.getQueryType().equals("status")) {
        queries.add(input.getCallback());
      }
      super.registerQuery(input);
    }

    @Override
    public void upsertMemo(Map<String, Object> memo) {
      ask();
      super.upsertMemo(memo);
    }

    private void ask() {
      for (Functions.Func1<Object[], Object> query : queries) {
        hear(RestoreJson.mapper().valueToTree(query.apply(new Object[0])), false);
      }
    }
  }
}
