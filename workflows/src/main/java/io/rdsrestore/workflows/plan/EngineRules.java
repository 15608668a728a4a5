package io.rdsrestore.workflows.plan;

import com.google.errorprone.annotations.Immutable;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.List;
import java.util.Optional;

/** What a plan looks at that differs from engine to engine. */
@Immutable
interface EngineRules {
  /**
   * Why a primary of this engine is not restored; empty if it is.
   *
   * @param what instance, engine and version in words
   */
  Optional<PlanCheck> refusalOf(InstanceFacts instance, String what);

  /** A request with the names of its objects in their usual form. */
  default RestoreRequest named(RestoreRequest request) {
    return request;
  }

  /** Whether databases of the chosen ones' character sets can be made. */
  PlanCheck charset(RestoreRequest request, InstanceFacts primary);

  /** What DTS and the engine cannot do of what is asked for, and what is left out of it. */
  List<PlanCheck> limits(RestoreRequest request);

  /**
   * The rows that SQL on the primary answers.
   *
   * @param conflicts what stands where objects are to go
   */
  List<PlanCheck> sql(SqlInputs inputs, List<PlanCheck> conflicts);

  /** RDS's own way to the same data, where what can be looked at speaks for it. */
  Optional<PlanCheck> otherWay(PlanInputs inputs);

  /** What DTS leaves behind of an object, in words. */
  String leftBehind(ObjectTarget object);

  /** What there is beside tables, in words. */
  String objectsBesideTables();

  /** Which row predicts which precheck item. */
  List<PrecheckPrediction> predictions();
}
