package io.rdsrestore.worker.temporal;

/** What keeps a worker from polling, for people. */
public final class WhyNotPolling {
  private WhyNotPolling() {}

  /** Null if nothing does. */
  public static String of(SearchAttributeState state, String namespace) {
    if (!state.isReadable()) {
      return "the server does not tell the search attributes of namespace %s (%s); if they exist, start with --search-attributes-exist"
          .formatted(namespace, state.refusal());
    }
    if (!state.wrongType().isEmpty()) {
      return "in namespace %s these search attributes are not of type Keyword: %s; remove them, then run ./rds-restore setup"
          .formatted(namespace, String.join(", ", state.wrongType()));
    }
    if (!state.missing().isEmpty()) {
      return "namespace %s lacks the search attributes %s; run ./rds-restore setup"
          .formatted(namespace, String.join(", ", state.missing()));
    }
    return null;
  }
}
