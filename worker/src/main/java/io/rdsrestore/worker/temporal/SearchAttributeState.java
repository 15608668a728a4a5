package io.rdsrestore.worker.temporal;

import io.temporal.api.enums.v1.IndexedValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a namespace knows of our search attributes.
 *
 * @param missing those it does not know
 * @param wrongType those it knows as something else than Keyword
 * @param refusal why the server does not tell, by its gRPC code; null if it told
 */
public record SearchAttributeState(List<String> missing, List<String> wrongType, String refusal) {
  static SearchAttributeState of(Map<String, IndexedValueType> known) {
    List<String> missing = new ArrayList<>();
    List<String> wrongType = new ArrayList<>();
    for (String name : SearchAttributeRegistry.names()) {
      IndexedValueType type = known.get(name);
      if (type == null) {
        missing.add(name);
      } else if (type != IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD) {
        wrongType.add(name);
      }
    }
    return new SearchAttributeState(List.copyOf(missing), List.copyOf(wrongType), null);
  }

  static SearchAttributeState unreadable(String refusal) {
    return new SearchAttributeState(List.of(), List.of(), refusal);
  }

  public boolean isReadable() {
    return refusal == null;
  }

  /** All there, as Keyword. */
  public boolean isComplete() {
    return isReadable() && missing.isEmpty() && wrongType.isEmpty();
  }
}
