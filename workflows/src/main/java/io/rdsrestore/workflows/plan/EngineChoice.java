package io.rdsrestore.workflows.plan;

/**
 * The engine of a primary, or why it is not restored.
 *
 * @param engine null if refused
 * @param refusal null if the engine is supported
 */
public record EngineChoice(Engine engine, PlanCheck refusal) {
  public boolean isSupported() {
    return refusal == null;
  }
}
